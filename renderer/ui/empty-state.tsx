import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly advice: string;
  readonly children?: ReactNode;
}

/** Says why there is nothing here and what to do about it. */
export function EmptyState({ icon, title, advice, children }: EmptyStateProps) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center p-5">
      <div className="grid max-w-[340px] justify-items-center gap-1 text-center">
        {icon !== undefined && <span className="mb-2 text-ink-3">{icon}</span>}
        <p className="font-semibold">{title}</p>
        <p className="text-s text-pretty text-ink-2">{advice}</p>
        {children !== undefined && <div className="mt-3">{children}</div>}
      </div>
    </div>
  );
}
