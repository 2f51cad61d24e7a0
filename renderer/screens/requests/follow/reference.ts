import type { OperationInfo, Reference, Shape } from '../../../../electron/contract/operations.ts';
import type { JsonIndex } from '../../../data/json/json-index.ts';
import { childNamed, nameOf, plainOf } from '../../../data/json/values.ts';

/**
 * The words that ClickUp uses for what an id names, in fields, in the names of objects and lists and in
 * paths, without `_id` and in the singular. `team`, `project` and `subcategory` are its older words for
 * Workspace, Folder and List.
 */
const WORDS: Readonly<Record<string, Reference>> = {
  team: 'workspace',
  workspace: 'workspace',
  space: 'space',
  project: 'folder',
  category: 'folder',
  folder: 'folder',
  subcategory: 'list',
  list: 'list',
  home_list: 'list',
  task: 'task',
  subtask: 'task',
  linked_task: 'task',
  parent: 'task',
  top_level_parent: 'task',
  link: 'task',
  depends_on: 'task',
  user: 'user',
  member: 'user',
  owner: 'user',
  creator: 'user',
  author: 'user',
  assignee: 'user',
  assigned_by: 'user',
  resolved_by: 'user',
  watcher: 'user',
  follower: 'user',
  guest: 'guest',
  group: 'userGroup',
  view: 'view',
  goal: 'goal',
  comment: 'comment',
  time_entry: 'timeEntry',
  doc: 'doc',
  page: 'page',
  parent_page: 'page',
  channel: 'channel',
  message: 'message',
};

/** What the `type` beside the id of a parent says it is: numbers in views and Docs, words in Chat. */
const PARENT_TYPES: Readonly<Record<string, Reference>> = {
  4: 'space',
  5: 'folder',
  6: 'list',
  7: 'workspace',
  12: 'workspace',
};

/** A name in the form that `WORDS` has: `listIds[]` and `list_id` are `list`. */
const wordOf = (name: string): string =>
  name
    .replaceAll(/[[\]]/gu, '')
    .replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => `_${letter}`)
    .toLowerCase()
    .replace(/_ids?$/u, '')
    .replace(/^userid$/u, 'user');

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1)
      : word;

/** What a name in an answer or a path stands for; null where it stands for nothing with an id. */
export function wordReference(name: string): Reference | null {
  const word = wordOf(name);
  return WORDS[word] ?? WORDS[singular(word)] ?? null;
}

/** The reference that a parameter's or field's shape names, through lists; null for any other. */
export const shapeReference = (shape: Shape): Reference | null =>
  shape.type === 'id' || shape.type === 'numericId'
    ? shape.names
    : shape.type === 'list'
      ? shapeReference(shape.of)
      : null;

/** What an operation's answer is about, by its path: the last thing that the path names. */
export function subjectOf(operation: OperationInfo): Reference | null {
  const references = new Map(
    operation.parameters.map(({ name, shape }) => [`{${name}}`, shapeReference(shape)]),
  );
  const segments = operation.path.split('/').filter((segment) => segment !== '');
  const named = segments
    .slice(1)
    .map((segment) => references.get(segment) ?? wordReference(segment));
  const last = segments.at(-1) ?? '';
  if (references.has(last)) return named.at(-1) ?? null;
  // A reply is a comment or a message as well; `…/list/{list_id}/field` is no List.
  if (OF_THE_SAME.has(last)) return named.findLast((one) => one !== null) ?? null;
  return wordReference(last);
}

/** What a path ends with where the answer holds more of what it named before. */
const OF_THE_SAME = new Set(['current', 'reply', 'replies']);

/** The nearest name at or above a value: that of its list where it is an item of one. */
function nearestName(index: JsonIndex, node: number): { name: string | null; node: number } {
  let at = node;
  for (;;) {
    const name = nameOf(index, at);
    const parent = index.parentOf(at);
    if (name !== null || parent === null) return { name, node: at };
    at = parent;
  }
}

/** Objects that only wrap what an answer is about. */
const WRAPPERS = new Set(['data']);

/**
 * What the id that stands in a leaf of an answer names: told by its own name (`list_id`), by the name
 * of the object that holds it (`list: {id}`, `tasks: [{id}]`), or, in the outermost object, by the
 * operation. Null where it is no id of anything.
 */
export function referenceOf(
  index: JsonIndex,
  node: number,
  operation: OperationInfo,
): Reference | null {
  const own = nearestName(index, node);
  if (own.name === null) return null;
  if (own.name !== 'id') {
    const isDirect = own.node === node || wordOf(own.name) !== own.name.toLowerCase();
    return isDirect || isIdList(own.name) ? wordReference(own.name) : null;
  }
  const object = index.parentOf(node);
  if (own.node !== node || object === null) return null;
  const holder = nearestName(index, object);
  if (holder.name === null || WRAPPERS.has(holder.name)) return subjectOf(operation);
  if (isHidden(index, object)) return null;
  if (wordOf(holder.name) === 'parent') return parentReference(index, object);
  return wordReference(holder.name);
}

/** Lists that hold ids themselves rather than objects. */
const isIdList = (name: string): boolean =>
  ['assignees', 'members', 'watchers', 'followers', 'owners'].includes(name);

/** A List without a Folder names one that ClickUp keeps to itself and that cannot be read. */
function isHidden(index: JsonIndex, object: number): boolean {
  const hidden = childNamed(index, object, 'hidden');
  return hidden !== null && plainOf(index, hidden) === 'true';
}

function parentReference(index: JsonIndex, object: number): Reference | null {
  const type = childNamed(index, object, 'type');
  if (type === null) return 'task';
  const told = plainOf(index, type);
  return PARENT_TYPES[told] ?? wordReference(told);
}
