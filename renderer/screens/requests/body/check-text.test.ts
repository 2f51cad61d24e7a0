import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../../../electron/contract/operations.ts';
import { checkText } from './check-text.ts';

const shape: Shape = {
  type: 'object',
  fields: [
    { name: 'name', about: '', required: true, shape: { type: 'string' } },
    { name: 'ids', about: '', required: false, shape: { type: 'list', of: { type: 'integer' } } },
  ],
};
const found = (text: string) => {
  const state = EditorState.create({ doc: text, extensions: [json()] });
  return checkText(state, shape, {
    syntax: ({ fault, line, column }) => `${fault} ${line}:${column}`,
    mismatch: ({ path, problem }) => `${path.join('.')} ${problem}`,
  }).map(({ from, to, severity, message }) => [text.slice(from, to), severity, message]);
};

describe('checkText', () => {
  test.each([
    ['{"name": "A", "ids": [1]}', []],
    ['', []],
    ['{"name" "A"}', [['"', 'error', 'colon 1:9']]],
    ['{"name": ', [[' ', 'error', 'early 1:10']]],
    [
      '{"ids": [1, "two"]}',
      [
        ['{', 'warning', 'name missing'],
        ['"two"', 'warning', 'ids.1 whole'],
      ],
    ],
    [
      '{"name": 7, "colour": {}}',
      [
        ['7', 'warning', 'name text'],
        ['"colour"', 'info', 'colour unknown'],
      ],
    ],
    ['[]', [['[]', 'warning', ' object']]],
  ])('%s', (text, problems) => {
    expect(found(text)).toEqual(problems);
  });

  test('of two fields of one name the last counts, as in JSON.parse', () => {
    expect(found('{"name": 1, "name": 2}')).toEqual([['2', 'warning', 'name text']]);
  });
});
