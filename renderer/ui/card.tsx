import type { ReactNode } from 'react';

/** A raised surface with a border; `foot` is set off below a line. */
export function Card({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  return (
    <div className="rounded-l border border-line bg-surface shadow-s">
      <div className="px-7 py-6 short:py-3">{children}</div>
      {foot !== undefined && (
        <div className="flex items-center gap-2 border-t border-line px-7 py-3 text-s short:py-2 text-ink-2">
          {foot}
        </div>
      )}
    </div>
  );
}
