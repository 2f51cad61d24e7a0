import type { RateBudget } from '../contract/requests.ts';
import type { Priority } from './client.ts';
import type { Standing, WindowEnd } from './rate-headers.ts';

/** What a token may send a minute until ClickUp has said otherwise: the least of its plans' limits. */
const ASSUMED_LIMIT = 100;

/** A window is a minute and may end on the next full second. */
const WINDOW_MS = 61_000;

/** Ends named less far apart than this are taken for the same window's: a window follows a whole minute later. */
const SAME_WINDOW_S = 30;

/** The share of the limit that background work may use in any minute. */
const BACKGROUND_SHARE = 0.3;

/** What background work leaves alone of what is left, so that a person finds something. */
const LEFT_FOR_PERSON = 0.1;

/** What nobody touches while other programs use the token too: they may be quicker than an answer. */
const LEFT_FOR_OTHERS = 0.03;

/** How much of the limit may be under way before any answer has told of the present window. */
const SENT_BLINDLY = 0.5;

/** What an answer said holds for so long, unless there is plenty. */
const STALE_MS = 2000;

/** How much of what was left may be under way when that is stale. */
const SENT_STALE = 0.25;

/** A rate measured over less than this says little. */
const SHORTEST_MEASURE_MS = 30_000;

/** A clock that goes back by more than this was set anew. */
const SET_BACK_MS = 1000;

/** A request that has been let go. */
export interface LedgerEntry {
  readonly priority: Priority;
  readonly sentAt: number;
}

/**
 * The books of one token: what may still be sent without ClickUp refusing it, from what its answers
 * said and from what was sent since. It errs towards waiting: of several answers of a window the one
 * with least left counts, and each request on its way counts as not yet counted by the server. Times
 * are Unix milliseconds.
 */
export interface RateLedger {
  /** What is left as far as ClickUp said, all of it once the window has ended; null while it has said nothing. */
  budget(now: number): RateBudget | null;
  /** How many requests of a priority may go now. */
  room(now: number, priority: Priority): number;
  /** When there may be more room by time alone; null where only an answer can make some. */
  nextRoomAt(now: number, priority: Priority): number | null;
  start(now: number, priority: Priority): LedgerEntry;
  /** Takes back a start of which nothing was sent. */
  undo(entry: LedgerEntry): void;
  /** Ends a request with what its answer said, or with null where there was no answer or no word in it. */
  end(entry: LedgerEntry, now: number, standing: Standing | null): void;
  /** Nothing goes before `until`, whatever else is known. */
  pause(until: number): void;
}

interface Window {
  readonly end: WindowEnd | null;
  readonly latest: number;
  readonly earliest: number;
  remaining: number;
  /** When `remaining` was last confirmed. */
  seenAt: number;
  /** Our requests that this window's answers have counted. */
  answered: number;
  /** At least so many of the requests that were counted are other programs'. */
  others: number;
}

const isSameWindow = (window: Pick<Window, 'end'>, end: WindowEnd | null): boolean =>
  window.end === null || end === null || Math.abs(window.end.named - end.named) <= SAME_WINDOW_S;

/** Drops the times up to `cut` from an ascending list and says how many they were. */
function dropUpTo(times: number[], cut: number): number {
  const kept = times.findIndex((time) => time > cut);
  return times.splice(0, kept < 0 ? times.length : kept).length;
}

export function createRateLedger(): RateLedger {
  let limit = ASSUMED_LIMIT;
  let isLearnt = false;
  let window: Window | null = null;
  let past: Window | null = null;
  let pausedUntil = 0;
  const inFlight = { interactive: 0, background: 0 };
  /** When requests ended that the server may have counted though no answer said so. */
  const unseen: number[] = [];
  /** When requests of the background ended. */
  const background: number[] = [];

  let lastNow = Number.NEGATIVE_INFINITY;

  const forget = (): void => {
    window = null;
    past = null;
    pausedUntil = 0;
    unseen.length = 0;
    background.length = 0;
  };

  const close = (closed: Window): void => {
    past = closed;
    window = null;
    // What ended before this one did cannot be in the next.
    dropUpTo(unseen, closed.earliest);
    dropUpTo(background, closed.earliest);
  };

  const settle = (now: number): void => {
    // All that is written here is in the time of a clock that has been set back since.
    if (now < lastNow - SET_BACK_MS) forget();
    lastNow = now;
    if (window !== null && now >= window.latest) close(window);
    // What others did the minute before last says nothing of this one.
    if (past !== null && now >= past.latest + WINDOW_MS) past.others = 0;
    dropUpTo(unseen, now - WINDOW_MS);
    dropUpTo(background, now - WINDOW_MS);
  };

  const flying = (): number => inFlight.interactive + inFlight.background;

  /** Requests a millisecond that other programs were last seen to send. */
  const othersRate = (now: number): number => {
    const before = (past?.others ?? 0) / WINDOW_MS;
    if (window === null) return before;
    const since = Math.max(SHORTEST_MEASURE_MS, now - (window.latest - WINDOW_MS));
    return Math.max(before, window.others / since);
  };

  const room = (now: number, priority: Priority): number => {
    settle(now);
    if (now < pausedUntil) return 0;
    const left = window?.remaining ?? limit;
    const seenAt = window?.seenAt ?? past?.latest ?? now;
    const endsAt = window?.latest ?? seenAt + WINDOW_MS;
    const rate = othersRate(now);
    const margin = rate === 0 ? 0 : Math.ceil(limit * LEFT_FOR_OTHERS);
    const under = flying() + unseen.length;
    // What others have taken since we last looked, and what they will need until the window ends.
    const free = Math.floor(left - rate * (endsAt - seenAt) - margin) - under;
    const isUnsure = window === null || now - seenAt > STALE_MS;
    const atOnce = window === null ? limit * SENT_BLINDLY : Math.max(4, left * SENT_STALE);
    const sure = isUnsure ? Math.min(free, Math.floor(atOnce) - flying()) : free;
    if (priority === 'background' || under > 0) return sure;
    // A person's request goes one at a time where others are only expected to need what is left.
    const taken = Math.min(left / 2, rate * (now - seenAt));
    return left - taken - margin >= 1 ? Math.max(1, sure) : sure;
  };

  const open = (standing: Standing, entry: LedgerEntry, now: number): void => {
    const { end, remaining } = standing;
    // An end that lies behind us although the window goes on is a clock that is wrong by a little.
    const latest = Math.max(end?.latest ?? now + WINDOW_MS, now + 1000);
    const earliest = end?.earliest ?? entry.sentAt;
    const ours = flying() + unseen.length + 1;
    const others = Math.max(0, standing.limit - remaining - ours);
    window = { end, latest, earliest, remaining, seenAt: now, answered: 1, others };
  };

  const see = (standing: Standing, entry: LedgerEntry, now: number): void => {
    const { end, remaining } = standing;
    if (window !== null && isSameWindow(window, end)) {
      const earliest = Math.max(window.earliest, end?.earliest ?? window.earliest);
      const latest = Math.min(window.latest, end?.latest ?? window.latest);
      const answered = window.answered + 1;
      const least = Math.min(window.remaining, remaining);
      const seenAt = remaining <= window.remaining ? now : window.seenAt;
      const others = Math.max(
        window.others,
        standing.limit - least - flying() - unseen.length - answered,
      );
      const agree = earliest <= latest;
      window = {
        end: window.end ?? end,
        earliest: agree ? earliest : (end?.earliest ?? earliest),
        latest: agree ? latest : (end?.latest ?? latest),
        remaining: least,
        seenAt,
        answered,
        others,
      };
      return;
    }
    const reference = window ?? past;
    const isLate =
      reference !== null &&
      (end === null || reference.end === null
        ? entry.sentAt < reference.latest
        : isSameWindow(reference, end)
          ? entry.sentAt < reference.latest
          : end.named < reference.end.named);
    if (isLate) return;
    if (window !== null) close(window);
    open(standing, entry, now);
  };

  return {
    budget(now) {
      settle(now);
      if (window === null) return isLearnt ? { limit, remaining: limit, resetAt: null } : null;
      return { limit, remaining: window.remaining, resetAt: window.end?.latest ?? null };
    },

    room(now, priority) {
      if (priority === 'interactive') return room(now, priority);
      const spare = room(now, priority) - Math.floor(limit * LEFT_FOR_PERSON);
      const share = Math.max(1, Math.floor(limit * BACKGROUND_SHARE));
      return Math.min(spare, share - background.length - inFlight.background);
    },

    nextRoomAt(now, priority) {
      settle(now);
      if (now < pausedUntil) return pausedUntil;
      const ended = priority === 'background' ? [unseen[0], background[0]] : [unseen[0]];
      const times = ended.flatMap((time) => (time === undefined ? [] : [time + WINDOW_MS]));
      if (window !== null) times.push(window.latest);
      else if (past !== null && past.others > 0) times.push(past.latest + WINDOW_MS);
      return times.length === 0 ? null : Math.min(...times);
    },

    start(now, priority) {
      inFlight[priority] += 1;
      return { priority, sentAt: now };
    },

    undo({ priority }) {
      inFlight[priority] -= 1;
    },

    end(entry, now, standing) {
      inFlight[entry.priority] -= 1;
      settle(now);
      if (entry.priority === 'background') background.push(now);
      if (standing === null) {
        unseen.push(now);
        return;
      }
      limit = standing.limit;
      isLearnt = true;
      see(standing, entry, now);
      // Whatever ended before this one was sent came before it, so its answer has counted them.
      const seen = dropUpTo(unseen, entry.sentAt);
      if (window !== null) window.answered += seen;
    },

    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    },
  };
}
