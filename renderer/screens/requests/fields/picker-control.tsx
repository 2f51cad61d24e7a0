import { useState } from 'react';
import type { Reference, Shape } from '../../../../electron/contract/operations.ts';
import { useNames } from '../../../data/choices/use-choices.ts';
import { textOf } from '../../../data/json-text.ts';
import { useStrings } from '../../../data/services.ts';
import { Chip } from '../../../ui/chip.tsx';
import type { Json } from '../../../ui/json-tree/json.ts';
import { readNumber } from '../compose.ts';
import { itemsIn } from './chips-control.tsx';
import { attributesOf, type ControlProps } from './control-props.ts';
import { PickerBox } from './picker-box.tsx';

type IdShape = Extract<Shape, { type: 'id' | 'numericId' }>;

/** An id as the shape wants it: a number where ClickUp takes nothing else. */
const idValue = (shape: IdShape, id: string): Json =>
  shape.type === 'numericId' ? readNumber(id) : id;

/** One thing, chosen by its name or typed by its id. What is typed counts until something is chosen. */
export function PickerControl(props: ControlProps<IdShape>) {
  const { field, value, problem, onChange } = props;
  const { shape } = field;
  const names = useNames();
  const words = useStrings().requests.picker;
  const [typed, setTyped] = useState(false);
  const [before, setBefore] = useState<Json | undefined>(undefined);
  const id = textOf(value);
  const chosen = typed || id === '' ? null : names(shape.names, id);
  const isNamed = chosen !== null && chosen.name !== id;
  const set = (next: string): void => onChange(next === '' ? undefined : idValue(shape, next));
  return (
    <PickerBox
      attributes={attributesOf(props)}
      of={shape.names}
      problem={problem}
      placeholder={words.placeholder[shape.names]}
      text={isNamed ? chosen.name : id}
      isId={!isNamed && id !== ''}
      query={typed ? id : ''}
      chosen={id === '' ? [] : [id]}
      color={chosen?.color ?? null}
      trailing={isNamed ? id : null}
      onType={(text) => {
        if (!typed) setBefore(value);
        setTyped(true);
        set(text);
      }}
      onChoose={(choice) => {
        setTyped(false);
        set(choice);
      }}
      onRevert={() => {
        if (typed) onChange(before);
        setTyped(false);
      }}
      onLeave={() => setTyped(false)}
    />
  );
}

/** Several things, each a chip with its name; the field after them takes the next. */
export function PickerChips(
  props: ControlProps<Extract<Shape, { type: 'list' }>> & { readonly of: IdShape },
) {
  const { value, problem, onChange, of } = props;
  const words = useStrings().requests;
  const names = useNames();
  const [typing, setTyping] = useState('');
  const items = itemsIn(value);
  const ids = items.map(textOf);
  const add = (texts: readonly string[]): void => {
    const added = [...new Set(texts)].filter((id) => id !== '' && !ids.includes(id));
    if (added.length > 0) onChange([...items, ...added.map((id) => idValue(of, id))]);
    setTyping('');
  };
  const remove = (id: string): void => {
    const left = items.filter((item) => textOf(item) !== id);
    onChange(left.length === 0 ? undefined : left);
  };
  const nameOf = (reference: Reference, id: string): string => names(reference, id)?.name ?? id;
  return (
    <PickerBox
      attributes={attributesOf(props)}
      of={of.names}
      problem={problem}
      placeholder={ids.length === 0 ? words.picker.placeholder[of.names] : ''}
      text={typing}
      isId={typing !== ''}
      query={typing}
      chosen={ids}
      color={null}
      trailing={null}
      leading={ids.map((id) => (
        <Chip
          key={id}
          text={nameOf(of.names, id)}
          title={id}
          removeLabel={words.chips.remove(nameOf(of.names, id))}
          onRemove={() => remove(id)}
        />
      ))}
      onType={(text) => (text.endsWith(',') ? add([text.slice(0, -1).trim()]) : setTyping(text))}
      onChoose={(id) => (ids.includes(id) ? remove(id) : add([id]))}
      onRevert={() => setTyping('')}
      onLeave={() => add([typing.trim()])}
      onBackspace={() => {
        const last = ids.at(-1);
        if (last !== undefined) remove(last);
      }}
    />
  );
}
