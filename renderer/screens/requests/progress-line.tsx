import { useNow } from '../../data/clock.ts';
import { useServices } from '../../data/services.ts';
import type { Sheet } from '../../data/workbench.ts';

/** What a request that takes its time is waiting for; nothing while it simply is on its way. */
export function ProgressLine({ progress }: Pick<Sheet['run'], 'progress'>) {
  const { strings, clock } = useServices();
  const words = strings.requests.progress;
  const now = useNow(clock);
  const told =
    progress === null
      ? ''
      : progress.kind === 'sending'
        ? progress.attempt > 1
          ? words.attempt(progress.attempt)
          : ''
        : progress.until !== null
          ? words.rateLimit(progress.until, now)
          : words.queued(progress.ahead);
  return (
    <output className="figures shrink-0 truncate text-s text-warn" aria-live="polite">
      {told}
    </output>
  );
}
