import { useMutation } from '@tanstack/react-query';
import { Pin, PinOff, RotateCw, X } from 'lucide-react';
import type { HistoryEntry } from '../../../../electron/contract/history.ts';
import { valueOf } from '../../../data/bridge.ts';
import { useServices } from '../../../data/services.ts';
import { IconButton } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Method } from '../method.tsx';
import { missingIn, type Remembered } from './sections.ts';

const ICON = { 'aria-hidden': true, size: 13 } as const;

interface HistoryRowProps {
  readonly item: Remembered;
  readonly now: number;
  readonly isOpen: boolean;
  /** Fills the form; `isWanted` sends it as well. */
  onOpen(isWanted: boolean): void;
}

/** One request: pressing it fills the form, its own button sends it once more. */
export function HistoryRow({ item, now, isOpen, onOpen }: HistoryRowProps) {
  const { bridge, strings } = useServices();
  const words = strings.requests.history;
  const { entry, operation, detail } = item;
  const { id, isPinned, count, at } = entry;
  const pin = useMutation({
    mutationFn: () => valueOf(bridge.history.pin({ id, isPinned: !isPinned })),
  });
  const remove = useMutation({ mutationFn: () => valueOf(bridge.history.remove({ id })) });
  const missing = missingIn(entry);
  return (
    <li className="group/row relative">
      <button
        type="button"
        data-row
        aria-current={isOpen || undefined}
        aria-disabled={operation === null || undefined}
        title={operation === null ? words.gone : `${operation.title}\n${strings.format.exact(at)}`}
        onClick={() => onOpen(false)}
        className={classes(
          'grid w-full gap-y-px rounded-s px-2 py-[5px] text-left -outline-offset-2',
          isOpen ? 'bg-selected' : 'group-hover/row:bg-hover',
          operation === null && 'opacity-60',
        )}
      >
        <span className="flex items-center gap-2">
          {operation !== null && <Method method={operation.method} isTold />}
          <span className="min-w-0 flex-1 truncate">{operation?.title ?? entry.operationId}</span>
          <span
            className={classes(
              'figures shrink-0 text-xs text-ink-3 group-focus-within/row:invisible group-hover/row:invisible',
              isOpen && 'invisible',
            )}
          >
            {words.at(at, now)}
          </span>
        </span>
        <span className="figures flex items-center gap-2 text-xs text-ink-3">
          <Outcome entry={entry} />
          <span className="min-w-0 flex-1 truncate font-mono">
            {detail === '' ? operation?.path : detail}
          </span>
          {count > 1 && (
            <span className="shrink-0">
              <span aria-hidden>{words.times(count)}</span>
              <span className="sr-only">{words.timesTold(count)}</span>
            </span>
          )}
        </span>
      </button>
      <span
        className={classes(
          'absolute top-[3px] right-1 items-center rounded-s pl-1 group-focus-within/row:flex group-hover/row:flex',
          isOpen ? 'flex bg-selected' : 'hidden bg-hover',
        )}
      >
        <IconButton
          size="s"
          label={missing === null ? words.again : words.complete(missing)}
          disabled={missing !== null || operation === null}
          onClick={() => onOpen(true)}
        >
          <RotateCw {...ICON} />
        </IconButton>
        <IconButton
          size="s"
          label={isPinned ? words.unpin : words.pin}
          onClick={() => pin.mutate()}
        >
          {isPinned ? <PinOff {...ICON} /> : <Pin {...ICON} />}
        </IconButton>
        <IconButton size="s" label={words.remove} onClick={() => remove.mutate()}>
          <X {...ICON} />
        </IconButton>
      </span>
    </li>
  );
}

/** What became of it, where the method stands in the line above. */
function Outcome({ entry: { outcome } }: { entry: HistoryEntry }) {
  const words = useServices().strings.requests.history;
  const isGood = outcome.kind === 'answered' && outcome.status < 400;
  return (
    <span
      className={classes('min-w-[34px] shrink-0 font-medium', isGood ? 'text-good' : 'text-bad')}
    >
      {outcome.kind === 'answered'
        ? outcome.status
        : (words.outcomes[outcome.error] ?? words.failed)}
    </span>
  );
}
