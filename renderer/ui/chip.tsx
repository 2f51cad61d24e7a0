import { X } from 'lucide-react';

interface ChipProps {
  readonly text: string;
  readonly title?: string;
  readonly removeLabel: string;
  onRemove(): void;
}

/** One of several values in a field, with a way to take it out. */
export function Chip({ text, title, removeLabel, onRemove }: ChipProps) {
  return (
    <span
      title={title}
      className="inline-flex h-5 max-w-full items-center rounded-s bg-selected pl-1.5 text-xs"
    >
      <span className="truncate">{text}</span>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="fade grid size-5 shrink-0 place-items-center rounded-s text-ink-2 hover:text-ink"
      >
        <X aria-hidden size={11} />
      </button>
    </span>
  );
}
