import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

/** The frame around every kind of input: one border, one focus ring, for the frame as a whole. */
export const FIELD_FRAME =
  'fade flex items-center border border-line-strong bg-field focus-within:border-transparent focus-within:outline-2 focus-within:outline-offset-0 focus-within:outline-accent';

export const FIELD_SIZES = {
  s: 'h-7 rounded-m px-2 gap-2 text-s',
  m: 'h-9 rounded-m px-2.5 gap-2 text-m',
} as const;

interface InlineFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'size'> {
  /** What is wrong with the text, in words; it stands in the field, so nothing moves. */
  readonly problem: string | null;
  readonly trailing?: ReactNode;
}

/** A line of monospaced text. Its label stands beside it, tied by `id`. */
export function InlineField({ problem, trailing, ...rest }: InlineFieldProps) {
  return (
    <div
      className={classes(
        FIELD_FRAME,
        FIELD_SIZES.s,
        problem !== null && 'border-bad! outline-bad!',
      )}
    >
      <input
        spellCheck={false}
        autoComplete="off"
        {...rest}
        aria-invalid={problem !== null || undefined}
        className="h-full min-w-0 flex-1 bg-transparent font-mono outline-none placeholder:font-sans"
      />
      {trailing}
      <FieldProblem text={problem} />
    </div>
  );
}

/** What is wrong, at the end of a field. */
export function FieldProblem({ text }: { text: string | null }) {
  return text === null ? null : (
    <span role="alert" className="shrink-0 font-sans text-xs text-bad">
      {text}
    </span>
  );
}
