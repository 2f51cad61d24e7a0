import { CircleAlert } from 'lucide-react';
import type { ErrorAction, Explanation } from '../data/errors.ts';
import { useStrings } from '../data/services.ts';
import { Button } from './button.tsx';

interface ErrorNoteProps {
  readonly explanation: Explanation;
  /** What this place can do; an action without a way to do it shows no button. */
  readonly actions?: Readonly<Partial<Record<ErrorAction, () => void>>>;
  readonly busy?: boolean;
  readonly id?: string;
}

/** An error in words: what happened, what it means, ClickUp's own sentence and code, at most one action. */
export function ErrorNote({ explanation, actions, busy = false, id }: ErrorNoteProps) {
  const strings = useStrings();
  const { title, advice, action, said } = explanation;
  const run = action === null ? undefined : actions?.[action];
  return (
    <div id={id} role="alert" className="flex gap-2.5 rounded-m bg-bad-bg px-3 py-2.5 text-s">
      <CircleAlert aria-hidden size={15} className="mt-px shrink-0 text-bad" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="font-semibold text-ink">{title}</p>
        <p className="text-pretty text-ink">{advice}</p>
        {said !== null && (
          <p className="selectable mt-0.5 break-words text-ink-2">
            {strings.errors.said} <q>{said.sentence}</q>
            {said.ecode !== null && <code className="ml-1.5 font-mono text-xs">{said.ecode}</code>}
          </p>
        )}
      </div>
      {action !== null && run !== undefined && (
        <Button size="s" busy={busy} onClick={run}>
          {strings.errors.actions?.[action]}
        </Button>
      )}
    </div>
  );
}
