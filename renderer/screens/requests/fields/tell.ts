import type { Shape } from '../../../../electron/contract/operations.ts';
import type { Strings } from '../../../strings/strings.ts';
import { type Mismatch, pathKey } from './check-shape.ts';

type Words = Strings['requests'];

/** What a shape is, in a word or two. */
export function tellShape(shape: Shape, words: Words): string {
  switch (shape.type) {
    case 'id':
    case 'numericId':
      return words.shapes.idOf(words.picker.kind[shape.names]);
    case 'list':
      return words.shapes.listOf(tellShape(shape.of, words));
    case 'choice':
      return words.shapes.choice(shape.choices.length);
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'timestamp':
    case 'object':
    case 'json':
      return words.shapes[shape.type];
  }
}

/** What is wrong and where, as a sentence: `assignees.add.0: a whole number is needed`. */
export function tellMismatch({ path, problem, shape }: Mismatch, words: Words): string {
  const told =
    problem === 'choice' && shape?.type === 'choice'
      ? words.oneOf(shape.choices.join(', '))
      : words.problems[problem];
  return path.length === 0
    ? told
    : `${pathKey(path)}: ${told.charAt(0).toLowerCase()}${told.slice(1)}`;
}
