import type { ClickUpSaid, PerchError } from '../../electron/contract/errors.ts';
import type { Connection } from '../../electron/contract/session.ts';
import type { Strings } from '../strings/strings.ts';
import { assertNever } from './assert-never.ts';

/** What a person can do about an error, beyond reading. */
export type ErrorAction = 'retry' | 'newToken' | 'signInAgain' | 'unlock';

/** An error as people see it: what happened, what it means, and at most one thing to do. */
export interface Explanation {
  readonly title: string;
  readonly advice: string;
  readonly action: ErrorAction | null;
  readonly said: ClickUpSaid | null;
}

const STORAGE_ACTIONS = {
  full: 'retry',
  readOnly: 'retry',
  corrupt: 'newToken',
  newer: null,
} as const satisfies Record<string, ErrorAction | null>;

/**
 * Explains an error. `now` is Unix milliseconds, for what counts down.
 * @param of The kind of connection it was met with: a new token is what helps a personal one.
 */
export function explain(
  error: PerchError,
  strings: Strings,
  now: number,
  of: Connection['kind'] = 'personal',
): Explanation {
  const words = strings.errors;
  const explained = (
    text: { readonly title: string; readonly advice: string },
    action: ErrorAction | null,
  ): Explanation => ({
    ...text,
    action: action === 'newToken' && of === 'oauth' ? 'signInAgain' : action,
    said: 'said' in error ? error.said : null,
  });

  switch (error.kind) {
    case 'offline':
      return explained(words.offline, 'retry');
    case 'timeout':
      return explained(words.timeout(error.afterMs), 'retry');
    case 'rateLimited':
      return explained(words.rateLimited(error.resetAt, now), 'retry');
    case 'unauthorized':
      return explained(words.unauthorized, 'newToken');
    case 'workspaceNotAuthorized':
      return explained(words.workspaceNotAuthorized, null);
    case 'forbidden':
      return explained(words.forbidden, null);
    case 'notFound':
      return explained(words.notFound, null);
    case 'invalid':
      return explained(words.invalid(error.field, error.reason), null);
    case 'server':
      return explained(words.server(error.status), 'retry');
    case 'badAnswer':
      return error.largerThan === undefined
        ? explained(words.badAnswer, 'retry')
        : explained(words.tooLarge(error.largerThan), null);
    case 'keychainLocked':
      return explained(words.keychainLocked, 'unlock');
    case 'keychainUnavailable':
      return explained(words.keychainUnavailable, 'unlock');
    case 'storage':
      return explained(words.storage[error.cause], STORAGE_ACTIONS[error.cause]);
    case 'cancelled':
      return explained(words.cancelled, 'retry');
    case 'expired':
      return explained(words.expired, 'retry');
    case 'internal':
      return explained(words.internal, 'retry');
    default:
      return assertNever(error);
  }
}
