import type { RequestProgress, Traffic } from '../contract/requests.ts';
import type { Priority } from './client.ts';
import type { Clock } from './clock.ts';
import { readRetryAfter, readStanding, type Standing } from './rate-headers.ts';
import { createRateLedger } from './rate-ledger.ts';

/** Background requests under way at once; a person's come on top. */
const BACKGROUND_IN_FLIGHT = 16;

/** While both wait, each so manieth request to go is a background one, so that it never starves. */
const BACKGROUND_TURN = 10;

/** The first pause after a refusal that does not say when it ends, and the longest. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Leave to send one request. */
export interface Turn {
  /** The headers of the answer have come; gives what they say of the token. */
  answered(status: number, headers: Headers): Standing | null;
  /**
   * The request has ended, or was never sent.
   * @param mayBeCounted Whether ClickUp may have counted it though no answer came.
   */
  end(mayBeCounted: boolean): void;
}

/** A place in the line. */
export interface Place {
  /** The turn once it has come; null where the line was left. */
  readonly turn: Promise<Turn | null>;
  leave(): void;
  /** A person waits for it now. */
  lift(): void;
}

/**
 * Lets the requests of one token go so that ClickUp need not refuse any. It promises:
 * - alone with the token, no request meets the limit; where other programs use it too, a request
 *   that met it waits for the reset like all others;
 * - a person's request goes before every waiting background request, except that while both wait each
 *   tenth to go is a background one, so a person waits for one slot more at most;
 * - the background sends at most 30 % of the limit in any minute and has at most 16 under way; as long
 *   as other programs leave more than a tenth of the limit, some of it goes in every window;
 * - of one priority, first come, first served.
 */
export interface RateGate {
  line(priority: Priority, onWaiting?: (progress: RequestProgress) => void): Place;
  traffic(): Traffic;
  /** When a request may go that were to queue now, as far as is known. */
  opensAt(priority: Priority): number;
}

interface Waiter {
  readonly grant: (turn: Turn) => void;
  /** Told when the place in the line, or when it goes on, has changed. */
  readonly onWaiting: ((progress: RequestProgress) => void) | undefined;
  told: string;
}

export interface RateGateOptions {
  readonly clock: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  /** Called after every change of what `traffic` gives. */
  readonly onChange: () => void;
}

export function createRateGate({ clock, random, onChange }: RateGateOptions): RateGate {
  const ledger = createRateLedger();
  // A set keeps the order of arrival and lets anyone leave at once.
  const lines = { interactive: new Set<Waiter>(), background: new Set<Waiter>() };
  let backgroundInFlight = 0;
  let sinceBackground = 0;
  let refusals = 0;
  /** How many of those in line want to be told where they stand. */
  let watched = 0;
  let disarm = (): void => {};

  const add = (priority: Priority, waiter: Waiter): void => {
    lines[priority].add(waiter);
    if (waiter.onWaiting !== undefined) watched += 1;
  };

  const remove = (priority: Priority, waiter: Waiter): boolean => {
    const wasThere = lines[priority].delete(waiter);
    if (wasThere && waiter.onWaiting !== undefined) watched -= 1;
    return wasThere;
  };

  const begin = (priority: Priority): Turn => {
    const entry = ledger.start(clock.now(), priority);
    const change = priority === 'background' ? 1 : 0;
    backgroundInFlight += change;
    let isAnswered = false;

    const refuse = (standing: Standing | null, headers: Headers, now: number): void => {
      const pause = readRetryAfter(headers);
      const isTimed = standing !== null && standing.end !== null && standing.end.latest > now;
      ledger.end(entry, now, isTimed ? { ...standing, remaining: 0 } : null);
      if (isTimed && pause === null) return;
      const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** refusals);
      refusals += 1;
      ledger.pause(now + (pause ?? random() * longest));
    };

    return {
      answered(status, headers) {
        const now = clock.now();
        const standing = readStanding(headers, { sentAt: entry.sentAt, receivedAt: now });
        isAnswered = true;
        if (status === 429) refuse(standing, headers, now);
        else {
          refusals = 0;
          ledger.end(entry, now, standing);
        }
        pump();
        return standing;
      },
      end(mayBeCounted) {
        if (!isAnswered && mayBeCounted) ledger.end(entry, clock.now(), null);
        if (!isAnswered && !mayBeCounted) ledger.undo(entry);
        backgroundInFlight -= change;
        pump();
      },
    };
  };

  /** Whose turn it is now; null where nobody may go. */
  const next = (now: number): Priority | null => {
    const isBackground =
      lines.background.size > 0 &&
      backgroundInFlight < BACKGROUND_IN_FLIGHT &&
      (lines.interactive.size === 0 || sinceBackground >= BACKGROUND_TURN - 1) &&
      ledger.room(now, 'background') >= 1;
    if (isBackground) return 'background';
    return lines.interactive.size > 0 && ledger.room(now, 'interactive') >= 1
      ? 'interactive'
      : null;
  };

  const goesOnAt = (now: number): number | null => {
    const first = lines.interactive.size > 0 ? 'interactive' : 'background';
    return lines[first].size === 0 ? null : ledger.nextRoomAt(now, first);
  };

  const tell = (now: number): void => {
    let ahead = 0;
    let untold = watched;
    for (const priority of ['interactive', 'background'] as const) {
      const until = lines[priority].size === 0 ? null : ledger.nextRoomAt(now, priority);
      for (const waiter of lines[priority]) {
        if (untold === 0) return;
        const told = `${ahead} ${until}`;
        if (waiter.onWaiting !== undefined) untold -= 1;
        if (waiter.told !== told) waiter.onWaiting?.({ kind: 'waiting', ahead, until });
        waiter.told = told;
        ahead += 1;
      }
    }
  };

  const pump = (): void => {
    disarm();
    const now = clock.now();
    for (let priority = next(now); priority !== null; priority = next(now)) {
      const [waiter] = lines[priority];
      if (waiter === undefined) break;
      remove(priority, waiter);
      const bothWait = lines.background.size > 0 && priority === 'interactive';
      sinceBackground = bothWait ? sinceBackground + 1 : 0;
      waiter.grant(begin(priority));
    }
    const until = Math.min(
      ...(['interactive', 'background'] as const).map((priority) =>
        lines[priority].size === 0
          ? Number.POSITIVE_INFINITY
          : (ledger.nextRoomAt(now, priority) ?? Number.POSITIVE_INFINITY),
      ),
    );
    if (Number.isFinite(until)) disarm = clock.after(Math.max(1, until - now), pump);
    tell(now);
    onChange();
  };

  return {
    line(asked, onWaiting) {
      let priority = asked;
      const { promise, resolve } = Promise.withResolvers<Turn | null>();
      const waiter: Waiter = { grant: resolve, onWaiting, told: '' };
      add(priority, waiter);
      pump();
      return {
        turn: promise,
        leave() {
          if (!remove(priority, waiter)) return;
          resolve(null);
          pump();
        },
        lift() {
          if (priority === 'interactive' || !remove(priority, waiter)) return;
          priority = 'interactive';
          add(priority, waiter);
          pump();
        },
      };
    },

    opensAt(priority) {
      const now = clock.now();
      return ledger.room(now, priority) >= 1 ? now : (ledger.nextRoomAt(now, priority) ?? now);
    },

    traffic() {
      const now = clock.now();
      return {
        budget: ledger.budget(now),
        waiting: lines.interactive.size + lines.background.size,
        goesOnAt: goesOnAt(now),
      };
    },
  };
}
