import { type ReactNode, type Ref } from 'react';

interface ScreenHeadProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLHeadingElement>;
}

/** The head of a screen: its name, a quiet note on the same baseline, actions at the end. */
export function ScreenHead({ title, note, children, ref }: ScreenHeadProps) {
  return (
    <div className="flex shrink-0 items-center gap-2.5 px-5 pt-4 pb-3">
      <div className="flex min-w-0 flex-1 items-baseline gap-2.5">
        <h1
          ref={ref}
          tabIndex={-1}
          className="truncate text-xl/tight font-[650] tracking-[-0.01em]"
        >
          {title}
        </h1>
        <small className="truncate text-xs text-ink-2">{note}</small>
      </div>
      {children}
    </div>
  );
}
