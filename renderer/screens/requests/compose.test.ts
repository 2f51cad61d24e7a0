import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldInfo, OperationInfo } from '../../../electron/contract/operations.ts';
import { withField, writeJson } from '../../data/json-text.ts';
import type { Sheet } from '../../data/workbench.ts';
import { parseJson } from '../../ui/json-tree/json.ts';
import { compose, readBody, readNumber, switched } from './compose.ts';

const field = (change: Partial<FieldInfo>): FieldInfo => ({
  name: 'x',
  shape: { type: 'string' },
  required: false,
  about: '',
  ...change,
});
const operation: OperationInfo = {
  id: 'update',
  method: 'PUT',
  path: '/v2/team/{team_id}/task/{task_id}',
  title: 'Update task',
  about: '',
  tag: 'Tasks',
  parameters: [
    field({ name: 'team_id', required: true, shape: { type: 'id', names: 'workspace' } }),
    field({ name: 'task_id', required: true, shape: { type: 'id', names: 'task' } }),
    field({ name: 'page', shape: { type: 'integer' } }),
  ],
  body: {
    kind: 'json',
    required: true,
    shape: {
      type: 'object',
      fields: [
        field({ name: 'name', required: true }),
        field({ name: 'points', shape: { type: 'number' }, nullable: true }),
        field({
          name: 'assignees',
          shape: {
            type: 'object',
            fields: [
              field({
                name: 'add',
                required: true,
                shape: { type: 'list', of: { type: 'numericId', names: 'user' } },
              }),
            ],
          },
        }),
      ],
    },
  },
};
const sheet = (change: Partial<Sheet>): Sheet => ({
  values: {},
  body: { kind: 'form', value: undefined },
  file: null,
  folds: {},
  attempted: false,
  view: 'tree',
  isWanted: false,
  run: { requestId: null, progress: null, outcome: null },
  ...change,
});
const told = (problems: readonly { path: readonly unknown[]; problem: string }[]) =>
  problems.map(({ path, problem }) => `${path.join('.')} ${problem}`);

describe('compose', () => {
  test('fills in the active Workspace until another is given', () => {
    expect(compose(operation, sheet({}), '42').parameters).toEqual({ team_id: '42' });
    const given = sheet({ values: { team_id: '7', page: 2 } });
    expect(compose(operation, given, '42').parameters).toEqual({ team_id: '7', page: 2 });
  });

  test('names what forbids sending and what only speaks against it', () => {
    const composed = compose(operation, sheet({ values: { page: 'two' } }), null);
    expect(told(composed.parameterProblems)).toEqual([
      'team_id missing',
      'task_id missing',
      'page whole',
    ]);
    expect(told(composed.bodyProblems)).toEqual(['name missing']);
    expect(composed.body).toEqual({ kind: 'json', text: '{}' });
  });

  test('a body is checked to its depth; null is a value where it may be', () => {
    const value = { name: 'A', points: null, assignees: { add: [1, 'me'] }, color: 'red' };
    const composed = compose(operation, sheet({ body: { kind: 'form', value } }), '1');
    expect(told(composed.bodyProblems)).toEqual(['assignees.add.1 whole', 'color unknown']);
    expect(
      told(
        compose(operation, sheet({ body: { kind: 'form', value: { name: null } } }), '1')
          .bodyProblems,
      ),
    ).toEqual(['name notNull']);
  });

  test('text that is no JSON is not sent, and says where', () => {
    const composed = compose(
      operation,
      sheet({ body: { kind: 'json', text: '{\n"name" 1}' } }),
      '1',
    );
    expect(composed.body).toBeNull();
    expect(composed.syntax).toMatchObject({ fault: 'colon', line: 2, column: 8 });
  });

  test('a file goes by its handle, with the fields beside it', () => {
    const upload: OperationInfo = {
      ...operation,
      body: { kind: 'file', field: 'attachment', fields: [field({ name: 'note' })] },
    };
    expect(compose(upload, sheet({}), '1')).toMatchObject({ body: null, isFileMissing: true });
    const file = { fileId: 'f', name: 'a.pdf', bytes: 2 };
    const body = { kind: 'form', value: { note: 'x' } } as const;
    expect(compose(upload, sheet({ file, body }), '1').body).toEqual({
      kind: 'file',
      fileId: 'f',
      fields: { note: 'x' },
    });
  });
});

describe('a body as a form and as JSON', () => {
  const json = fc.json({ maxDepth: 3 }).filter((text) => text !== '{}');

  test('switching there and back keeps every value', () => {
    fc.assert(
      fc.property(json, (text) => {
        const form = switched({ kind: 'json', text });
        const again = form === null ? null : switched(form);
        expect(again?.kind === 'json' ? JSON.parse(again.text) : null).toEqual(JSON.parse(text));
      }),
    );
  });

  test('every digit of every number survives', () => {
    const text = '{"id": 12345678901234567890, "ratio": 1.0, "big": 1e400}';
    const form = switched({ kind: 'json', text });
    const again = form === null ? null : switched(form);
    expect(again).toEqual({
      kind: 'json',
      text: '{\n  "id": 12345678901234567890,\n  "ratio": 1.0,\n  "big": 1e400\n}',
    });
  });

  test('changing one field leaves all others as they were, in their order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (fields, name) => {
        const read = parseJson(JSON.stringify(fields))?.root;
        const set = withField(read, name, 'new');
        const names = Object.keys(fields);
        expect(Object.keys(set)).toEqual(
          Object.keys({ ...Object.fromEntries(names.map((one) => [one, 0])), [name]: 0 }),
        );
        const without = withField(set, name, undefined);
        expect(Object.hasOwn(without, name)).toBe(false);
        const { [name]: _gone, ...others } = JSON.parse(JSON.stringify(fields));
        expect(JSON.parse(writeJson(without))).toEqual(others);
      }),
    );
  });

  test('broken text stays with the editor', () => {
    expect(switched({ kind: 'json', text: '{"a"' })).toBeNull();
    expect(readBody({ kind: 'json', text: '  ' })).toEqual({ kind: 'nothing' });
  });
});

describe('readNumber', () => {
  test.each([
    ['12', 12],
    [' -3 ', -3],
    ['0.5', 0.5],
    ['two', 'two'],
    ['1.', '1.'],
    ['', ''],
    ['007', '007'],
  ])('%o', (text, value) => {
    expect(readNumber(text)).toEqual(value);
  });

  test('keeps digits that a number would lose', () => {
    expect(writeJson(readNumber('12345678901234567890'))).toBe('12345678901234567890');
  });
});
