import { type ClipboardEvent, type Ref, useId, useState } from 'react';
import { classes } from './classes.ts';
import { FIELD_FRAME, FIELD_SIZES } from './field.tsx';

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  /** Turns pasted text into what was meant. */
  clean(text: string): string;
  readonly placeholder: string;
  readonly readOnly: boolean;
  readonly invalid: boolean;
  /** The id of what explains the field. */
  readonly describedBy: string;
  readonly show: string;
  readonly hide: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A field for a secret: masked until revealed, never offered to autofill, spellcheck or translation. */
export function SecretField({
  label,
  value,
  onChange,
  clean,
  placeholder,
  readOnly,
  invalid,
  describedBy,
  show,
  hide,
  ref,
}: SecretFieldProps) {
  const id = useId();
  const [isRevealed, setRevealed] = useState(false);

  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    if (readOnly) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const from = selectionStart ?? value.length;
    const to = selectionEnd ?? value.length;
    const pasted = clean(event.clipboardData.getData('text'));
    onChange(value.slice(0, from) + pasted + value.slice(to));
  };

  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div
        className={classes(
          FIELD_FRAME,
          FIELD_SIZES.m,
          'pr-1! outline-offset-1!',
          invalid && 'border-bad! outline-bad!',
        )}
      >
        <input
          ref={ref}
          id={id}
          type={isRevealed ? 'text' : 'password'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onPaste={paste}
          readOnly={readOnly}
          placeholder={placeholder}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          translate="no"
          className="h-full min-w-0 flex-1 bg-transparent font-mono outline-none"
        />
        <button
          type="button"
          aria-pressed={isRevealed}
          aria-controls={id}
          onClick={() => setRevealed(!isRevealed)}
          className="fade h-7 w-12 rounded-[6px] text-s text-ink-2 hover:bg-hover hover:text-ink"
        >
          {isRevealed ? hide : show}
        </button>
      </div>
    </div>
  );
}
