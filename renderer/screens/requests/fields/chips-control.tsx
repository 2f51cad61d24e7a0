import type { Shape } from '../../../../electron/contract/operations.ts';
import { textOf } from '../../../data/json-text.ts';
import { useStrings } from '../../../data/services.ts';
import { ChipsField } from '../../../ui/chips-field.tsx';
import type { Json } from '../../../ui/json-tree/json.ts';
import { readNumber } from '../compose.ts';
import { attributesOf, type ControlProps } from './control-props.ts';

/** The items of a list; none where the value is no list. */
export const itemsIn = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : [];

/** A list of texts, numbers or choices, as chips. */
export function ChipsControl(props: ControlProps<Extract<Shape, { type: 'list' }>>) {
  const { field, value, problem, onChange } = props;
  const words = useStrings().requests;
  const { of } = field.shape;
  const isNumbers = of.type === 'integer' || of.type === 'number' || of.type === 'timestamp';
  const read = (text: string): Json => {
    if (of.type === 'choice') return of.choices.find((one) => String(one) === text) ?? text;
    return isNumbers ? readNumber(text) : text;
  };
  return (
    <ChipsField
      {...attributesOf(props)}
      problem={problem}
      values={itemsIn(value).map(textOf)}
      onChange={(texts) => onChange(texts.length === 0 ? undefined : texts.map(read))}
      hint={of.type === 'choice' ? of.choices.join(', ') : words.chips.hint}
      removeLabel={words.chips.remove}
    />
  );
}
