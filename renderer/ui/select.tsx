import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { FieldProblem } from './field.tsx';

interface SelectProps extends Omit<ComponentProps<'select'>, 'className' | 'size'> {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly problem: string | null;
  /** Drawn before the chosen text, 16 px wide. */
  readonly leading?: ReactNode;
}

/** The system's own select, in the frame of the other fields. Its label stands beside it, tied by `id`. */
export function Select({ options, problem, leading, ...rest }: SelectProps) {
  return (
    <span className="relative flex min-w-0 items-center">
      {leading !== undefined && (
        <span className="pointer-events-none absolute left-2 grid">{leading}</span>
      )}
      <select
        {...rest}
        aria-invalid={problem !== null || undefined}
        className={classes(
          'fade h-7 w-full min-w-0 appearance-none truncate rounded-m border bg-field pr-7 text-s hover:bg-hover focus-visible:border-transparent focus-visible:outline-offset-0',
          leading === undefined ? 'pl-2' : 'pl-8',
          problem === null ? 'border-line-strong' : 'border-bad outline-bad!',
          rest.value === '' && 'text-ink-3',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-raised text-ink">
            {option.text}
          </option>
        ))}
      </select>
      <span className="pointer-events-none absolute right-2 flex items-center gap-2 text-ink-3">
        <FieldProblem text={problem} />
        <ChevronDown aria-hidden size={13} />
      </span>
    </span>
  );
}
