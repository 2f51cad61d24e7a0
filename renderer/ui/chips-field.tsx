import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { Chip } from './chip.tsx';
import { classes } from './classes.ts';
import { FIELD_FRAME, FieldProblem } from './field.tsx';
import { splitList } from './split-list.ts';

interface ChipsFieldProps extends Omit<
  ComponentProps<'input'>,
  'className' | 'size' | 'value' | 'onChange' | 'onKeyDown' | 'onBlur'
> {
  readonly values: readonly string[];
  onChange(values: readonly string[]): void;
  readonly hint: string;
  removeLabel(value: string): string;
  readonly problem: string | null;
}

/** A list of texts: Enter or a comma adds one, Backspace in the empty field takes the last away. */
export function ChipsField({
  values,
  onChange,
  hint,
  removeLabel,
  problem,
  ...rest
}: ChipsFieldProps) {
  const [typing, setTyping] = useState('');

  const commit = (): void => {
    const added = splitList(typing);
    if (added.length > 0) onChange([...new Set([...values, ...added])]);
    setTyping('');
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === ',' || event.key === 'Enter') {
      // A chord sends the request: it must find what is still being typed.
      if (typing.trim() !== '' || event.key === ',') event.preventDefault();
      commit();
    } else if (event.key === 'Backspace' && typing === '' && values.length > 0) {
      onChange(values.slice(0, -1));
    }
  };

  return (
    <div
      className={classes(
        FIELD_FRAME,
        'min-h-7 flex-wrap gap-1 rounded-m px-1 py-[3px]',
        problem !== null && 'border-bad! outline-bad!',
      )}
    >
      {values.map((value) => (
        <Chip
          key={value}
          text={value}
          removeLabel={removeLabel(value)}
          onRemove={() => onChange(values.filter((other) => other !== value))}
        />
      ))}
      <input
        {...rest}
        value={typing}
        onChange={(event) => setTyping(event.target.value)}
        onKeyDown={press}
        onBlur={commit}
        aria-invalid={problem !== null || undefined}
        placeholder={values.length === 0 ? hint : ''}
        autoComplete="off"
        spellCheck={false}
        className="h-5 min-w-16 flex-1 bg-transparent px-1 font-mono text-s outline-none placeholder:font-sans"
      />
      <FieldProblem text={problem} />
    </div>
  );
}
