import { TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Method as HttpMethod } from '../../../../electron/contract/operations.ts';
import { useStrings } from '../../../data/services.ts';
import { Button } from '../../../ui/button.tsx';
import { useKey } from '../../../ui/use-key.ts';
import { Method } from '../method.tsx';
import type { Change } from './what-changes.ts';

interface ConfirmStripProps {
  readonly method: HttpMethod;
  readonly change: Change;
  /** Where the body is other than the catalogue says, in words. */
  readonly doubts: readonly string[];
  onConfirm(): void;
  onCancel(): void;
  /** Leads to the first of the doubts. */
  onCorrect(): void;
}

/** So many doubts are told in full. */
const MOST_TOLD = 2;

const TONES = {
  write: { box: 'border-line-strong bg-info-bg', icon: 'text-accent' },
  doubt: { box: 'border-warn bg-warn-bg', icon: 'text-warn' },
  delete: { box: 'border-bad bg-bad-bg', icon: 'text-bad' },
} as const;

/**
 * Asks before a write. It stands in the place of the title, the address and Send, so nothing moves.
 * Enter confirms a plain write; where something is deleted or the body is doubtful, Enter goes back.
 * Escape always does.
 */
export function ConfirmStrip(props: ConfirmStripProps) {
  const { method, change, doubts, onConfirm, onCancel, onCorrect } = props;
  const words = useStrings().requests.confirm;
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  useKey((event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
  });
  const tone = method === 'DELETE' ? 'delete' : doubts.length > 0 ? 'doubt' : 'write';
  const sentence = words.question(words.sentence(change));
  const rest = doubts.length - MOST_TOLD;
  return (
    <div
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}-more`}
      className={`grid min-h-20 shrink-0 content-between gap-1 rounded-m border px-3 py-2 ${TONES[tone].box}`}
    >
      <p id={id} title={sentence} className="selectable flex min-w-0 items-baseline font-semibold">
        <Method method={method} />
        <span className="line-clamp-2 min-w-0 break-words">{sentence}</span>
      </p>
      <div className="flex min-w-0 items-end gap-2">
        <div id={`${id}-more`} className="min-w-0 flex-1 text-s text-pretty text-ink">
          {tone === 'delete' && <p>{words.gone(change.deleted)}</p>}
          {doubts.slice(0, MOST_TOLD).map((doubt) => (
            <p key={doubt} className="flex min-w-0 items-baseline gap-1.5">
              <TriangleAlert aria-hidden size={12} className={`shrink-0 ${TONES[tone].icon}`} />
              <span className="truncate" title={doubt}>
                {doubt}
              </span>
            </p>
          ))}
          {rest > 0 && <p>{words.more(rest)}</p>}
        </div>
        {tone === 'write' && (
          <>
            <Button variant="ghost" keys={['Esc']} onClick={onCancel}>
              {words.cancel}
            </Button>
            <Button ref={first} variant="primary" room={10} keys={['enter']} onClick={onConfirm}>
              {change.verb}
            </Button>
          </>
        )}
        {tone !== 'write' && (
          <>
            {doubts.length > 0 ? (
              <Button ref={first} keys={['enter']} onClick={onCorrect}>
                {words.correct}
              </Button>
            ) : (
              <Button ref={first} keys={['Esc']} onClick={onCancel}>
                {words.keep}
              </Button>
            )}
            <Button variant={tone === 'delete' ? 'destroy' : 'default'} onClick={onConfirm}>
              {tone === 'delete' ? change.verb : words.anyway}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
