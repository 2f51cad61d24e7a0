import type { ReactNode } from 'react';

/** What to do, in order. Each step is one line, with room for a control at its end. */
export function Steps({
  steps,
}: {
  steps: readonly {
    readonly key: string;
    readonly text: ReactNode;
    readonly control?: ReactNode;
  }[];
}) {
  return (
    <ol className="grid gap-2">
      {steps.map((step, index) => (
        <li key={step.key} className="flex min-h-[22px] items-center gap-2.5">
          <span
            aria-hidden
            className="figures grid size-[22px] shrink-0 place-items-center rounded-full border border-line-strong text-xs text-ink-2"
          >
            {index + 1}
          </span>
          <span className="min-w-0 flex-1">{step.text}</span>
          {step.control}
        </li>
      ))}
    </ol>
  );
}
