/** A reset further away than this is a clock that is wrong, not a limit that ClickUp sets (a window is a minute). */
const LONGEST_WAIT_MS = 5 * 60_000;

/** When a request was sent and its headers came, in Unix milliseconds of this computer. */
export interface Exchanged {
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** When a rate window ends. The server's clock and ours differ, so it is known as a span of our time. */
export interface WindowEnd {
  /** Unix seconds as the server said them: the name by which answers of one window are known. */
  readonly named: number;
  readonly earliest: number;
  readonly latest: number;
}

/** How a token stands with ClickUp after a request. */
export interface Standing {
  readonly limit: number;
  readonly remaining: number;
  /** Null where ClickUp does not say or the time is absurd. */
  readonly end: WindowEnd | null;
}

/**
 * Reads ClickUp's `X-RateLimit-Limit`, `-Remaining` and `-Reset` (Unix seconds; ClickUp documents
 * them for errors, peers see them on every answer). Null where they are missing or make no sense.
 */
export function readStanding(headers: Headers, exchanged: Exchanged): Standing | null {
  const limit = wholeNumber(headers.get('x-ratelimit-limit'));
  const remaining = wholeNumber(headers.get('x-ratelimit-remaining'));
  if (limit === null || remaining === null || limit === 0) return null;
  return { limit, remaining: Math.min(remaining, limit), end: readEnd(headers, exchanged) };
}

/**
 * The reset is told in the server's time, so it is measured from the answer's own `Date`: whole
 * seconds, cut off, written somewhere between sending and receiving. Only without a `Date` that
 * makes sense are the two clocks taken to agree.
 */
function readEnd(headers: Headers, { sentAt, receivedAt }: Exchanged): WindowEnd | null {
  const named = wholeNumber(headers.get('x-ratelimit-reset'));
  if (named === null) return null;
  const fromDate = named * 1000 - Date.parse(headers.get('date') ?? '');
  if (Math.abs(fromDate) <= LONGEST_WAIT_MS) {
    const earliest = sentAt + fromDate - 1000;
    return { named, earliest, latest: Math.max(earliest, receivedAt + fromDate) };
  }
  const end = named * 1000;
  const isPlausible = Math.abs(end - receivedAt) <= LONGEST_WAIT_MS;
  return isPlausible ? { named, earliest: end, latest: end } : null;
}

/**
 * Milliseconds to wait by `Retry-After`, which ClickUp does not document and peers accept; capped.
 * Null where there is none or it is a date.
 */
export function readRetryAfter(headers: Headers): number | null {
  const seconds = wholeNumber(headers.get('retry-after'));
  return seconds === null ? null : Math.min(seconds * 1000, LONGEST_WAIT_MS);
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/u.test(text.trim()) ? Number(text) : null;
}
