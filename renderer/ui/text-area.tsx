import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { FIELD_FRAME, FieldProblem } from './field.tsx';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'className' | 'rows'> {
  readonly problem: string | null;
}

/** Lines of text: one at first, more as they are written, up to six; then it scrolls. */
export function TextArea({ problem, ...rest }: TextAreaProps) {
  return (
    <div
      className={classes(
        FIELD_FRAME,
        'min-h-7 gap-2 rounded-m px-2 text-s',
        problem !== null && 'border-bad! outline-bad!',
      )}
    >
      <textarea
        rows={1}
        spellCheck={false}
        autoComplete="off"
        {...rest}
        aria-invalid={problem !== null || undefined}
        className="selectable field-sizing-content max-h-[120px] min-h-[26px] min-w-0 flex-1 resize-none bg-transparent py-1 font-mono outline-none placeholder:font-sans"
      />
      <FieldProblem text={problem} />
    </div>
  );
}
