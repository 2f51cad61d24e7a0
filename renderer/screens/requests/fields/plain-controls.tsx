import { useState } from 'react';
import type { Shape } from '../../../../electron/contract/operations.ts';
import { useStrings } from '../../../data/services.ts';
import { textOf } from '../../../data/json-text.ts';
import { InlineField } from '../../../ui/field.tsx';
import { parseJson } from '../../../ui/json-tree/json.ts';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { readNumber } from '../compose.ts';
import { attributesOf, type ControlProps } from './control-props.ts';

/** Names of fields that ClickUp takes whole paragraphs in. */
const LONG = /description|content|comment|message|note|text/u;

type Of<T extends Shape['type']> = ControlProps<Extract<Shape, { type: T }>>;

/** A text: a line, or as many as it takes where paragraphs are usual. */
export function TextControl(props: ControlProps) {
  const { field, value, problem, onChange } = props;
  const common = {
    ...attributesOf(props),
    problem,
    placeholder: field.about,
    value: textOf(value),
  };
  const change = (text: string): void => onChange(text === '' ? undefined : text);
  return LONG.test(field.name) && field.shape.type === 'string' ? (
    <TextArea {...common} onChange={(event) => change(event.target.value)} />
  ) : (
    <InlineField {...common} onChange={(event) => change(event.target.value)} />
  );
}

/** A number. While it is being typed its text stays as it is: `1.` is on the way to `1.5`. */
export function NumberControl(props: Of<'integer' | 'number' | 'numericId'>) {
  const { field, value, problem, onChange } = props;
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <InlineField
      {...attributesOf(props)}
      problem={problem}
      inputMode={field.shape.type === 'number' ? 'decimal' : 'numeric'}
      placeholder={field.about}
      value={typing ?? textOf(value)}
      onBlur={() => setTyping(null)}
      onChange={(event) => {
        const text = event.target.value;
        setTyping(text);
        onChange(text.trim() === '' ? undefined : readNumber(text));
      }}
    />
  );
}

/** True, false or not set. */
export function FlagControl(props: Of<'boolean'>) {
  const { value, problem, onChange } = props;
  const words = useStrings().requests;
  const texts = ['true', 'false'];
  const text = textOf(value);
  return (
    <Select
      {...attributesOf(props)}
      problem={problem}
      value={text}
      onChange={(event) => {
        const chosen = event.target.value;
        onChange(chosen === '' ? undefined : chosen === 'true');
      }}
      options={[
        { value: '', text: words.unset },
        { value: 'true', text: words.yes },
        { value: 'false', text: words.no },
        ...(text === '' || texts.includes(text) ? [] : [{ value: text, text }]),
      ]}
    />
  );
}

/** One of a few values; what was typed in the editor and is none of them stays to be seen. */
export function ChoiceControl(props: Of<'choice'>) {
  const { field, value, problem, onChange } = props;
  const words = useStrings().requests;
  const { choices } = field.shape;
  const text = textOf(value);
  const isKnown = text === '' || choices.some((choice) => String(choice) === text);
  return (
    <Select
      {...attributesOf(props)}
      problem={problem}
      value={text}
      onChange={(event) =>
        onChange(choices.find((choice) => String(choice) === event.target.value))
      }
      options={[
        { value: '', text: words.unset },
        ...choices.map((choice) => ({ value: String(choice), text: String(choice) })),
        ...(isKnown ? [] : [{ value: text, text }]),
      ]}
    />
  );
}

/** Any JSON. Text that is none is taken for a text, unless it began as a list or an object. */
export function JsonControl(props: ControlProps) {
  const { field, value, problem, onChange } = props;
  const words = useStrings().requests;
  const [typing, setTyping] = useState<string | null>(null);
  const shown =
    typeof value === 'string' && parseJson(value) === null
      ? value
      : value === undefined
        ? ''
        : JSON.stringify(value);
  return (
    <TextArea
      {...attributesOf(props)}
      problem={problem}
      placeholder={field.about === '' ? words.anyJson : field.about}
      value={typing ?? shown}
      onBlur={() => setTyping(null)}
      onChange={(event) => {
        const text = event.target.value;
        setTyping(text);
        onChange(text.trim() === '' ? undefined : (parseJson(text)?.root ?? text));
      }}
    />
  );
}
