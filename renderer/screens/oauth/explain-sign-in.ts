import type { PerchError } from '../../../electron/contract/errors.ts';
import type { SignInFailure } from '../../../electron/contract/oauth.ts';
import { assertNever } from '../../data/assert-never.ts';
import { explain, type Explanation } from '../../data/errors.ts';
import type { Strings } from '../../strings/strings.ts';

/** What helps after a sign-in that failed: once more, another route, or the app's details. */
export type Remedy = 'again' | 'next' | 'change';

export interface SignInExplanation extends Explanation {
  readonly remedy: Remedy;
}

/** Explains why a sign-in failed. `now` is Unix milliseconds. */
export function explainSignIn(
  failure: SignInFailure,
  strings: Strings,
  now: number,
): SignInExplanation {
  const words = strings.oauth.failed;
  const explained = (
    text: { readonly title: string; readonly advice: string },
    remedy: Remedy = 'again',
  ): SignInExplanation => ({ ...text, remedy, action: null, said: null });
  switch (failure.kind) {
    case 'denied':
      return explained(words.denied(failure.description));
    case 'empty':
      return explained(words.empty);
    case 'expired':
      // Nothing may have come back because the route does not work here.
      return explained(words.expired, 'next');
    case 'noBrowser':
      return explained(words.noBrowser);
    case 'portTaken':
      return explained(words.portTaken(failure.port), 'next');
    case 'nothingPending':
      return explained(words.nothingPending);
    case 'exchange':
      return explainExchange(failure.error, strings, now);
    default:
      return assertNever(failure);
  }
}

function explainExchange(error: PerchError, strings: Strings, now: number): SignInExplanation {
  const words = strings.oauth.failed;
  const general = explain(error, strings, now);
  const explained = (
    text: { readonly title: string; readonly advice: string },
    remedy: Remedy = 'again',
  ): SignInExplanation => ({ ...text, remedy, action: null, said: general.said });
  switch (error.kind) {
    case 'invalid':
      if (error.field === 'redirect') return explained(words.redirect, 'next');
      if (error.field === 'clientId') return explained(words.clientId, 'change');
      if (error.field === 'clientSecret') return explained(words.clientSecret, 'change');
      if (error.field === 'code') return explained(words.code);
      return explained(general);
    case 'offline':
    case 'timeout':
      return explained(words.offline);
    case 'server':
      return explained(words.server(error.status));
    case 'badAnswer':
      return explained(words.badAnswer);
    case 'storage':
      // The secret of the app cannot be decrypted: it has to be entered again.
      return explained(general, error.cause === 'corrupt' ? 'change' : 'again');
    default:
      return explained(general);
  }
}
