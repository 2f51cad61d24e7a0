import type { Reference } from '../../../electron/contract/operations.ts';
import type { Parameters } from '../../../electron/contract/requests.ts';
import { fieldOf, isFields, textOf } from '../json-text.ts';
import type { Json } from '../../ui/json-tree/json.ts';

/** One thing that a value can name. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Where it lies or what kind it is, in ClickUp's own words. */
  readonly detail: string | null;
  /** ClickUp's colour of a status, a tag or a person, as CSS. */
  readonly color: string | null;
}

/** How one of the catalogue's reads answers with things to choose from. */
export interface ChoiceRead {
  readonly operationId: string;
  /** What it is asked with, given the id of where the things are. */
  parameters(placeId: string): Parameters;
  /** The things in an answer; what is not as expected is left out. */
  choices(body: Json, placeId: string): readonly Choice[];
}

const itemsOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const CSS_COLOR = /^#[0-9a-f]{3,8}$/iu;

/** The first of some fields that has content. */
const textAt = (item: Json, ...names: readonly string[]): string => {
  for (const name of names) {
    const text = textOf(fieldOf(item, name)).trim();
    if (text !== '') return text;
  }
  return '';
};

interface Reading {
  readonly id?: string;
  readonly name?: readonly string[];
  readonly detail?: (item: Json) => string;
  readonly color?: string;
}

function choiceIn(item: Json, reading: Reading): readonly Choice[] {
  const id = textAt(item, reading.id ?? 'id');
  if (id === '' || !isFields(item)) return [];
  const color = textAt(item, reading.color ?? 'color');
  return [
    {
      id,
      name: textAt(item, ...(reading.name ?? ['name', 'title'])) || id,
      detail: reading.detail?.(item) || null,
      color: CSS_COLOR.test(color) ? color : null,
    },
  ];
}

/** A read whose answer holds an array under a name. */
const list = (
  operationId: string,
  place: string,
  key: string,
  reading: Reading = {},
  more: Parameters = {},
): ChoiceRead => ({
  operationId,
  parameters: (placeId) => ({ [place]: placeId, ...more }),
  choices: (body) => itemsOf(fieldOf(body, key)).flatMap((item) => choiceIn(item, reading)),
});

const nameAt = (item: Json, name: string): string => textAt(fieldOf(item, name) ?? null, 'name');

const STATUS: Reading = { id: 'status', name: ['status'] };
const TAG: Reading = { id: 'name', color: 'tag_bg' };
const TASK: Reading = { detail: (task) => nameAt(task, 'list') };
const VIEW: Reading = { detail: (view) => textAt(view, 'type') };
const FIELD: Reading = { detail: (field) => textAt(field, 'type').replaceAll('_', ' ') };
const COMMENT: Reading = {
  name: ['comment_text'],
  detail: (comment) => textAt(fieldOf(comment, 'user') ?? null, 'username'),
};
const ENTRY: Reading = {
  name: ['description'],
  detail: (entry) => nameAt(entry, 'task'),
};

/** A role of members, in the API's numbers: a guest. */
const GUEST = '4';

/** The people of a Workspace, as the list of Workspaces tells them. */
const people = (isWanted: (user: Json) => boolean): ChoiceRead => ({
  operationId: 'get-authorized-workspaces',
  parameters: () => ({}),
  choices: (body, workspaceId) =>
    itemsOf(fieldOf(body, 'teams'))
      .filter((team) => textAt(team, 'id') === workspaceId)
      .flatMap((team) => itemsOf(fieldOf(team, 'members')))
      .map((member) => fieldOf(member, 'user') ?? null)
      .filter(isWanted)
      .flatMap((user) =>
        choiceIn(user, { name: ['username', 'email'], detail: (one) => textAt(one, 'email') }),
      ),
});

/** The things a task carries, from the task itself. */
const ofTask = (found: (task: Json) => readonly Json[]): ChoiceRead => ({
  operationId: 'get-task',
  parameters: (task_id) => ({ task_id }),
  choices: (task) => found(task).flatMap((item) => choiceIn(item, {})),
});

const checklists = (task: Json): readonly Json[] => itemsOf(fieldOf(task, 'checklists'));

/** The pages of a Doc, those below others after them. */
const pages = (body: Json): readonly Json[] =>
  itemsOf(body).flatMap((page) => [page].concat(pages(fieldOf(page, 'pages') ?? null)));

/**
 * Where the things of each kind are to be found: in what kind of place, by which read. What is not
 * here has no list in ClickUp's API.
 */
export const READS: Readonly<
  Partial<Record<Reference, Readonly<Partial<Record<Reference, ChoiceRead>>>>>
> = {
  space: { workspace: list('get-spaces', 'team_id', 'spaces') },
  folder: { space: list('get-folders', 'space_id', 'folders') },
  list: {
    space: list('get-folderless-lists', 'space_id', 'lists'),
    folder: list('get-lists', 'folder_id', 'lists'),
  },
  task: {
    workspace: list('get-filtered-team-tasks', 'team_Id', 'tasks', TASK, {
      order_by: 'updated',
      page: 0,
    }),
    list: list('get-tasks', 'list_id', 'tasks', TASK, { page: 0 }),
  },
  view: {
    workspace: list('get-workspace-everything-level-views', 'team_id', 'views', VIEW),
    space: list('get-space-views', 'space_id', 'views', VIEW),
    folder: list('get-folder-views', 'folder_id', 'views', VIEW),
    list: list('get-list-views', 'list_id', 'views', VIEW),
  },
  status: {
    space: list('get-space', 'space_id', 'statuses', STATUS),
    list: list('get-list', 'list_id', 'statuses', STATUS),
  },
  tag: { space: list('get-space-tags', 'space_id', 'tags', TAG) },
  customField: {
    workspace: list('get-workspace-custom-fields', 'team_id', 'fields', FIELD),
    list: list('get-list-custom-fields', 'list_id', 'fields', FIELD),
  },
  checklist: { task: ofTask(checklists) },
  checklistItem: {
    task: ofTask((task) => checklists(task).flatMap((one) => itemsOf(fieldOf(one, 'items')))),
  },
  comment: {
    task: list('get-task-comments', 'task_id', 'comments', COMMENT),
    list: list('get-list-comments', 'list_id', 'comments', COMMENT),
  },
  user: { workspace: people(() => true) },
  guest: { workspace: people((user) => textAt(user, 'role') === GUEST) },
  userGroup: { workspace: list('get-groups', 'team_id', 'groups') },
  goal: { workspace: list('get-goals', 'team_id', 'goals') },
  keyResult: {
    goal: {
      operationId: 'get-goal',
      parameters: (goal_id) => ({ goal_id }),
      choices: (body) =>
        itemsOf(fieldOf(fieldOf(body, 'goal'), 'key_results')).flatMap((item) =>
          choiceIn(item, {}),
        ),
    },
  },
  customTaskType: { workspace: list('get-custom-task-types', 'team_id', 'custom_items') },
  role: { workspace: list('get-custom-roles', 'team_id', 'custom_roles') },
  taskTemplate: {
    workspace: list('get-task-templates', 'team_id', 'templates', {}, { page: 0 }),
  },
  listTemplate: { workspace: list('get-list-templates', 'team_id', 'templates') },
  folderTemplate: { workspace: list('get-folder-templates', 'team_id', 'templates') },
  timeEntry: {
    workspace: list('get-time-entries-within-a-date-range', 'team_Id', 'data', ENTRY),
  },
  webhook: {
    workspace: list('get-webhooks', 'team_id', 'webhooks', { name: ['endpoint'] }),
  },
  doc: { workspace: list('search-docs', 'workspace_id', 'docs') },
  page: {
    doc: {
      operationId: 'get-doc-page-listing',
      // The Workspace is named by whoever asks: a Doc's own path has both.
      parameters: (doc_id) => ({ doc_id }),
      choices: (body) => pages(body).flatMap((item) => choiceIn(item, {})),
    },
  },
  channel: { workspace: list('get-chat-channels', 'workspace_id', 'data') },
  message: { channel: list('get-chat-messages', 'channel_id', 'data', { name: ['content'] }) },
};
