import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../../electron/clickup/catalogue/catalogue.ts';
import type { OperationInfo, Reference } from '../../../../electron/contract/operations.ts';
import { formatsFor } from '../../../strings/format.ts';
import { requests } from '../../../strings/en/requests.ts';
import type { Json } from '../../../ui/json-tree/json.ts';
import { whatChanges } from './what-changes.ts';

const words = requests(formatsFor('en-GB', 'UTC'));
const CHOICES: Readonly<Record<string, readonly [string, string | null]>> = {
  task: ['Fix login', 'Backlog'],
  list: ['Backlog', null],
  workspace: ['Northwind', null],
};
const nameOf = (of: Reference, id: string) => {
  const found = id === 'unknown' ? undefined : CHOICES[of];
  return found === undefined ? null : { id, name: found[0], detail: found[1], color: null };
};
const operation = (change: Partial<OperationInfo>): OperationInfo => ({
  id: 'x',
  method: 'PUT',
  path: '/v2/task/{task_id}',
  title: 'Update task',
  about: '',
  tag: '',
  parameters: (['task', 'list', 'workspace', 'tag'] as const)
    .map((names) => ({ names, name: names === 'workspace' ? 'team_id' : `${names}_id` }))
    .filter(({ name }) => (change.path ?? '/v2/task/{task_id}').includes(`{${name}}`))
    .map(({ name, names }) => ({
      name,
      shape: { type: 'id', names },
      required: true,
      about: '',
    })),
  ...change,
});
const tell = (one: OperationInfo, values: Readonly<Record<string, Json>>, body?: Json): string =>
  words.confirm.sentence(
    whatChanges({ operation: one, values, body }, nameOf, (of) => words.picker.kind[of]),
  );

test.each([
  [operation({}), { task_id: '1' }, undefined, 'Update task “Fix login” in List “Backlog”'],
  [operation({}), { task_id: 'unknown' }, undefined, 'Update task unknown'],
  [
    operation({ method: 'POST', title: 'Create task', path: '/v2/list/{list_id}/task' }),
    { list_id: '2' },
    { name: 'Call Ada' },
    'Create task “Call Ada” in List “Backlog”',
  ],
  [
    operation({
      method: 'DELETE',
      title: 'Remove task from List',
      path: '/v2/list/{list_id}/task/{task_id}',
    }),
    { task_id: '1', list_id: '2' },
    undefined,
    'Remove task from List: task “Fix login”, List “Backlog”',
  ],
  [
    operation({ method: 'POST', title: 'Create Space', path: '/v2/team/{team_id}/space' }),
    { team_id: '9' },
    {},
    'Create Space in Workspace “Northwind”',
  ],
])('%#', (one, values, body, sentence) => {
  expect(tell(one, values, body)).toBe(sentence);
});

test('deleting says what goes, cutting a tie does not', () => {
  const deleted = (title: string) =>
    whatChanges(
      {
        operation: operation({ method: 'DELETE', title }),
        values: { task_id: '1' },
        body: undefined,
      },
      nameOf,
      (of) => words.picker.kind[of],
    ).deleted;
  expect(deleted('Delete task')).toBe('task');
  expect(deleted('Remove task')).toBeNull();
});

test('every write of the catalogue can be told', () => {
  for (const one of CATALOGUE.filter(({ method }) => method !== 'GET')) {
    const values = Object.fromEntries(one.parameters.map(({ name }) => [name, '1']));
    const sentence = tell(one, values, { name: 'New' });
    expect(sentence.startsWith(one.title)).toBe(true);
    expect(sentence).not.toMatch(/undefined|null|\[object/u);
  }
});
