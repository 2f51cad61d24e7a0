import type { ReactNode } from 'react';

interface CheckboxProps {
  readonly checked: boolean;
  onChange(checked: boolean): void;
  readonly children: ReactNode;
}

/** A box to tick, with its label beside it; the whole line is the target. */
export function Checkbox({ checked, onChange, children }: CheckboxProps) {
  return (
    <label className="flex min-h-6 min-w-0 flex-1 items-center gap-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-3.5 shrink-0 accent-(--accent)"
      />
      {children}
    </label>
  );
}
