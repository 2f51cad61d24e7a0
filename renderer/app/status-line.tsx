import type { Traffic } from '../../electron/contract/requests.ts';
import { useNow } from '../data/clock.ts';
import { useServices, useSession } from '../data/services.ts';
import { activeConnection } from '../data/session-store.ts';
import { Meter } from '../ui/meter.tsx';
import { StatusDot } from '../ui/status-dot.tsx';
import { budgetAt, isHeldBack, statusOf } from './status.ts';

/** The countdown that takes the most room in a window of a minute. */
const WIDEST_MS = 59_000;

/** The line at the bottom that always tells the truth: connection, request budget, where the token lies. */
export function StatusLine() {
  const { strings } = useServices();
  const session = useSession();
  const connection = activeConnection(session);
  const { tone, text } = statusOf(session, strings);
  return (
    <footer className="flex h-[26px] shrink-0 items-center gap-4 border-t border-line bg-surface px-3 text-xs whitespace-nowrap text-ink-2">
      <output className="flex min-w-0 items-center gap-1.5">
        <StatusDot tone={tone} />
        <span className="truncate">{text}</span>
      </output>
      {connection !== null && (
        <span className="ml-auto flex shrink-0 items-center gap-4">
          <Requests traffic={session.traffic} />
          {connection.kind !== 'sample' && <span>{strings.shell.places[connection.place]}</span>}
          {connection.kind === 'sample' && <span>{strings.shell.places.none}</span>}
        </span>
      )}
    </footer>
  );
}

/** What is left of the budget, or that requests wait for it and until when. */
function Requests({ traffic }: { traffic: Traffic }) {
  const { strings, clock } = useServices();
  const now = useNow(clock);
  const words = strings.shell.status;
  const { countdown } = strings.format;
  if (traffic.budget === null) return null;
  const { limit, remaining, resetAt } = budgetAt(traffic.budget, now);
  const rest = resetAt === null ? '' : `, ${countdown(resetAt, now)}`;
  return (
    <span className="figures flex items-center gap-1.5">
      {words.requests}
      <Meter label={words.budgetMeter} value={remaining} max={limit} />
      {isHeldBack(traffic, now) ? (
        <span>{words.waiting(traffic.waiting, countdown(traffic.goesOnAt, now))}</span>
      ) : (
        <span className="grid">
          <span className="col-start-1 row-start-1">{words.budget(remaining, limit) + rest}</span>
          {/* As wide as it ever gets, so that the countdown moves nothing. */}
          <span aria-hidden className="invisible col-start-1 row-start-1">
            {words.budget(limit, limit)}, {countdown(WIDEST_MS, 0)}
          </span>
        </span>
      )}
    </span>
  );
}
