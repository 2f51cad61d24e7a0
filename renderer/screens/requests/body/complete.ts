import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { FieldInfo, Shape } from '../../../../electron/contract/operations.ts';
import { placeAt, shapeAt } from './place-at.ts';

/** What to write after the name of a field, and how far from its end the cursor goes. */
function skeleton(shape: Shape): { readonly text: string; readonly back: number } {
  switch (shape.type) {
    case 'string':
    case 'id':
      return { text: '""', back: 1 };
    case 'list':
      return { text: '[]', back: 1 };
    case 'object':
      return { text: '{}', back: 1 };
    case 'choice':
    case 'boolean':
    case 'integer':
    case 'number':
    case 'numericId':
    case 'timestamp':
    case 'json':
      return { text: '', back: 0 };
  }
}

const afterToken = (text: string, cursor: number): number =>
  cursor + (/^[\w-]*"?/u.exec(text.slice(cursor))?.[0].length ?? 0);

/** Offers the names of an object's fields, the needed ones first. */
const nameOption = (
  field: FieldInfo,
  detailOf: (shape: Shape) => string,
  hasColon: boolean,
): Completion => ({
  label: field.name,
  detail: detailOf(field.shape),
  ...(field.about === '' ? {} : { info: field.about }),
  boost: field.required ? 10 : 0,
  type: 'property',
  apply(view, _completion, from, to) {
    const { text, back } = skeleton(field.shape);
    const name = JSON.stringify(field.name);
    const insert = hasColon ? name : `${name}: ${text}`;
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length - (hasColon ? 0 : back) },
      userEvent: 'input.complete',
    });
  },
});

const valuesOf = (shape: Shape): readonly string[] => {
  if (shape.type === 'choice') return shape.choices.map((choice) => JSON.stringify(choice));
  return shape.type === 'boolean' ? ['true', 'false'] : [];
};

/** Completion of a body's fields and choices, by the shape at the cursor's place. */
export const completeByShape =
  (shape: Shape, detailOf: (shape: Shape) => string) =>
  ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const text = state.doc.toString();
    const place = placeAt(text, pos);
    if (place === null) return null;
    const to = afterToken(text, pos);
    // Offered unasked only where something was begun, or where a name must follow.
    const isBegun = place.from < pos;
    if (place.expects === 'name') {
      const around = shapeAt(shape, place.path)?.shape;
      if (around?.type !== 'object' || (!isBegun && !explicit)) return null;
      const hasColon = /^\s*:/u.test(text.slice(to));
      const options = around.fields
        .filter(({ name }) => !place.taken.includes(name))
        .map((field) => nameOption(field, detailOf, hasColon));
      return { from: place.from, to, ...narrowed(options, text, place.from, pos) };
    }
    const here = shapeAt(shape, place.path);
    if (here === null) return null;
    const values = [...valuesOf(here.shape), ...(here.field?.nullable === true ? ['null'] : [])];
    const options = values.map((label): Completion => ({ label, type: 'constant' }));
    return options.length === 0
      ? null
      : { from: place.from, to, ...narrowed(options, text, place.from, pos) };
  };

/** Only what holds the letters typed so far, whether or not a quotation mark was typed before them. */
function narrowed(
  options: readonly Completion[],
  text: string,
  from: number,
  pos: number,
): Pick<CompletionResult, 'options' | 'filter'> {
  const typed = text.slice(from, pos).replaceAll('"', '').toLowerCase();
  const fitting = options.filter(({ label }) => label.toLowerCase().includes(typed));
  const starts = ({ label }: Completion): number =>
    label.replaceAll('"', '').toLowerCase().startsWith(typed) ? 0 : 1;
  return {
    filter: false,
    options: fitting.toSorted(
      (one, other) => starts(one) - starts(other) || (other.boost ?? 0) - (one.boost ?? 0),
    ),
  };
}
