import type { OperationInfo, Shape } from '../../../electron/contract/operations.ts';

/** The words of a text, without marks and capitals. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}_']+/gu) ?? [];

/** Every run of so many words in a text. */
export function runsOf(text: string, length: number): readonly string[] {
  const words = wordsOf(text);
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_word, index) => words.slice(index, index + length).join(' '));
}

/** Every text in a JSON document that describes something. */
export function* describedIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const each of node) yield* describedIn(each);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (['description', 'summary', 'title'].includes(key) && typeof value === 'string') yield value;
    else yield* describedIn(value);
  }
}

/** Everything that an operation of the catalogue says of itself. Its title is ClickUp's name for it. */
export function* saidOf({ about, parameters, body }: OperationInfo): Generator<string> {
  yield about;
  yield* saidInside({ type: 'object', fields: parameters });
  if (body?.kind === 'json') yield* saidInside(body.shape);
  if (body?.kind === 'file') yield* saidInside({ type: 'object', fields: body.fields });
}

function* saidInside(shape: Shape): Generator<string> {
  if (shape.type === 'list') yield* saidInside(shape.of);
  if (shape.type !== 'object') return;
  for (const field of shape.fields) {
    yield field.about;
    yield* saidInside(field.shape);
  }
}
