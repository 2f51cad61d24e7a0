import { PackageX } from 'lucide-react';
import { memo } from 'react';
import { useStrings } from '../../data/services.ts';
import { classes } from '../../ui/classes.ts';
import { Option } from '../../ui/listbox.tsx';
import { type Found, type Marks, stretches } from './find-operations.ts';
import { Method } from './method.tsx';

interface OperationRowProps {
  readonly id: string;
  readonly found: Found;
  readonly isOpen: boolean;
  readonly isPointed: boolean;
  /** The sample data cannot answer it. */
  readonly isGap: boolean;
  onOpen(operationId: string): void;
}

/** An operation in the catalogue. Its path stands below its title where that is what was found. */
export const OperationRow = memo(function OperationRow({
  id,
  found,
  isOpen,
  isPointed,
  isGap,
  onOpen,
}: OperationRowProps) {
  const words = useStrings().requests;
  const { operation } = found;
  const hasPath = found.path.length > 0 && found.title.length === 0;
  return (
    <Option
      id={id}
      selected={isOpen}
      title={isGap ? `${operation.title} (${words.notInSample})` : operation.title}
      aria-label={operation.title}
      aria-description={isGap ? words.notInSample : undefined}
      onChoose={() => onOpen(operation.id)}
      className={classes(
        'flex items-center gap-2 rounded-s px-2',
        hasPath ? 'h-11' : 'h-[29px]',
        isOpen ? 'bg-selected' : 'hover:bg-hover',
        isPointed && 'pointed',
      )}
    >
      <Method method={operation.method} isTold />
      <span className="grid min-w-0 flex-1">
        <span className={classes('truncate', isGap && 'text-ink-3')}>
          <Marked text={operation.title} marks={found.title} />
        </span>
        {hasPath && (
          <span className="truncate font-mono text-xs text-ink-3">
            <Marked text={operation.path} marks={found.path} />
          </span>
        )}
      </span>
      {isGap && <PackageX aria-hidden size={13} className="shrink-0 text-ink-3" />}
    </Option>
  );
});

/** A text with what was found in it set off. */
function Marked({ text, marks }: { text: string; marks: Marks }) {
  if (marks.length === 0) return text;
  return stretches(text, marks).map((part) =>
    part.isMatch ? (
      <mark key={part.at} className="bg-transparent font-semibold text-accent">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
