import type { PerchError } from '../../../electron/contract/errors.ts';
import { explain, type Explanation } from '../../data/errors.ts';
import type { Strings } from '../../strings/strings.ts';

/**
 * Explains why connecting failed. The usual errors get words of their own here, because what
 * matters is what became of the token. `now` is Unix milliseconds. The submit button is the retry,
 * so there is no action.
 */
export function explainConnect(error: PerchError, strings: Strings, now: number): Explanation {
  const general = { ...explain(error, strings, now), action: null };
  const words = strings.connect.problems;
  switch (error.kind) {
    case 'unauthorized':
    case 'invalid':
    case 'offline':
    case 'timeout':
    case 'badAnswer':
    case 'keychainLocked':
    case 'keychainUnavailable':
      return { ...general, ...words[error.kind] };
    case 'rateLimited':
      return { ...general, ...words.rateLimited(error.resetAt, now) };
    case 'server':
      return { ...general, ...words.server(error.status) };
    default:
      return general;
  }
}
