import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../electron/clickup/catalogue/catalogue.ts';
import { buildTarget } from '../../../electron/clickup/target.ts';
import type { Reference, Shape } from '../../../electron/contract/operations.ts';
import { type ChoiceRead, READS } from './reads.ts';
import { isOffered, sectionsAt, startOf, unresolved } from './sections.ts';

const reads: readonly (readonly [string, string, ChoiceRead])[] = Object.entries(READS).flatMap(
  ([of, places]) =>
    Object.entries(places).map(([place, read]): [string, string, ChoiceRead] => [of, place, read]),
);

describe('the reads behind pickers', () => {
  test.each(reads)('%s in a %s is asked for as the catalogue has it', (_of, place, read) => {
    const operation = CATALOGUE.find(({ id }) => id === read.operationId);
    if (operation === undefined) throw new Error(`No operation ${read.operationId}`);
    expect(operation.method).toBe('GET');
    const isOfVersion3 = place === 'doc' || place === 'channel';
    const asked = read.parameters('1');
    const parameters = isOfVersion3 ? { ...asked, workspace_id: '9' } : asked;
    expect(buildTarget(operation, parameters)).toMatchObject({ ok: true });
  });

  test.each(reads)(
    '%s in a %s makes nothing of an answer it does not know',
    (_of, _place, read) => {
      for (const body of [null, 7, 'text', [], {}, [[]], { data: 7, teams: [null], tasks: [{}] }]) {
        expect(read.choices(body, '1')).toEqual([]);
      }
    },
  );

  test('people are those of the Workspace, by name or else by e-mail', () => {
    const body = {
      teams: [
        {
          id: '1',
          members: [{ user: { id: 7, username: null, email: 'a@sample.example', role: 4 } }],
        },
        { id: '2', members: [{ user: { id: 8, username: 'Bo' } }] },
      ],
    };
    const names = (of: 'user' | 'guest') =>
      READS[of]?.workspace?.choices(body, '1').map(({ id, name }) => [id, name]);
    expect(names('user')).toEqual([['7', 'a@sample.example']]);
    expect(names('guest')).toEqual([['7', 'a@sample.example']]);
    expect(READS.guest?.workspace?.choices(body, '2')).toEqual([]);
  });

  test('a colour is taken only where it is one', () => {
    const colors = (color: string) =>
      READS.space?.workspace?.choices({ spaces: [{ id: '1', color }] }, '1')[0]?.color;
    expect(colors('#04A9F4')).toBe('#04A9F4');
    expect(colors('url(x)')).toBeNull();
  });
});

describe('where to look', () => {
  test('a List is found by way of Spaces and Folders', () => {
    const [spaces] = sectionsAt('list', { of: 'workspace', id: '1' });
    expect(spaces).toMatchObject({ of: 'space', isWanted: false });
    expect(
      sectionsAt('list', { of: 'space', id: '2' }).map(({ of, isWanted }) => [of, isWanted]),
    ).toEqual([
      ['list', true],
      ['folder', false],
    ]);
    expect(sectionsAt('list', { of: 'folder', id: '3' })).toHaveLength(1);
  });

  test('it begins at the most particular place that leads there', () => {
    const known = { workspace: '1', space: '2', task: '4' };
    expect(startOf('list', known)).toEqual({ of: 'space', id: '2' });
    expect(startOf('user', known)).toEqual({ of: 'workspace', id: '1' });
    expect(startOf('task', known)).toEqual({ of: 'space', id: '2' });
    expect(startOf('comment', known)).toEqual({ of: 'task', id: '4' });
    expect(startOf('list', {})).toBeNull();
  });

  test('a task’s statuses and tags come by way of its List and Space', () => {
    expect(unresolved('status', { workspace: '1', task: '4' })).toEqual({ of: 'task', id: '4' });
    expect(unresolved('tag', { workspace: '1', list: '3' })).toEqual({ of: 'list', id: '3' });
    expect(unresolved('status', { workspace: '1', list: '3' })).toBeNull();
    expect(unresolved('user', { workspace: '1', task: '4' })).toBeNull();
  });

  test('every kind that the catalogue takes is offered', () => {
    const kinds = new Set<Reference>();
    const visit = (shape: Shape): void => {
      if (shape.type === 'id' || shape.type === 'numericId') kinds.add(shape.names);
      if (shape.type === 'list') visit(shape.of);
      if (shape.type === 'object') for (const field of shape.fields) visit(field.shape);
    };
    for (const { parameters } of CATALOGUE) for (const { shape } of parameters) visit(shape);
    expect([...kinds].filter((kind) => kind !== 'workspace' && !isOffered(kind))).toEqual([]);
  });
});
