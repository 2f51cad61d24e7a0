import type { ReactNode } from 'react';

interface LabelledProps {
  readonly label: string;
  /** The id of the control below. */
  readonly htmlFor: string;
  readonly children: ReactNode;
}

/** A label above its control. */
export function Labelled({ label, htmlFor, children }: LabelledProps) {
  return (
    <div className="grid min-w-0 flex-1 gap-1">
      <label htmlFor={htmlFor} className="text-s font-medium text-ink-2">
        {label}
      </label>
      {children}
    </div>
  );
}
