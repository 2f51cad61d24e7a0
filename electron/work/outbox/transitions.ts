import { assertNever, type PerchError } from '../../contract/errors.ts';
import type { CaptureState } from '../../contract/captures.ts';

/** What can happen to a capture. */
export type CaptureEvent =
  | { readonly kind: 'holdEnded' }
  | { readonly kind: 'sendBegan' }
  /** It never left this computer, so it can simply go again. */
  | { readonly kind: 'notSent' }
  /** It may have left, and no answer says whether it arrived. */
  | { readonly kind: 'answerLost' }
  | { readonly kind: 'accepted'; readonly taskId: string; readonly url: string | null }
  | { readonly kind: 'refused'; readonly error: PerchError }
  /** A look found this one task, and no other, that is this capture. */
  | { readonly kind: 'found'; readonly taskId: string; readonly url: string | null }
  | { readonly kind: 'foundSeveral'; readonly taskIds: readonly string[] }
  | { readonly kind: 'foundNothing' }
  /** The look itself failed, which says nothing. */
  | { readonly kind: 'lookFailed' }
  /** The person wants it to go now or once more; what was in doubt they have looked into themselves. */
  | { readonly kind: 'sendAgain' }
  /** Perch starts anew: what was on its way then may have arrived. */
  | { readonly kind: 'started' }
  /** The database is an older copy: whatever is not known to be over may have been sent since. */
  | { readonly kind: 'restored' };

/** Milliseconds after sending at which a task that did arrive is looked for: a server may show it late. */
export const LOOKS_AFTER_MS: readonly number[] = [1_000, 5_000, 15_000, 30_000, 60_000];

/** Milliseconds after which a look that failed is tried again. */
const LOOK_RETRY_MS = 15_000;

const unknownSince = (since: number, now: number): CaptureState => ({
  kind: 'unknown',
  since,
  looks: 0,
  nextLookAt: Math.max(now, since) + (LOOKS_AFTER_MS[0] ?? 0),
});

/**
 * The state that follows; null where the event means nothing in this state, which changes nothing.
 * Only this function makes states, so that each way through them can be listed and tried.
 * @param now Unix milliseconds.
 */
export function follow(state: CaptureState, event: CaptureEvent, now: number): CaptureState | null {
  switch (event.kind) {
    case 'holdEnded':
      return state.kind === 'held' ? { kind: 'waiting' } : null;
    case 'sendBegan':
      return state.kind === 'waiting' ? { kind: 'sending', since: now } : null;
    case 'notSent':
      return state.kind === 'sending' ? { kind: 'waiting' } : null;
    case 'answerLost':
      return state.kind === 'sending' ? unknownSince(state.since, now) : null;
    case 'accepted':
      return state.kind === 'sending'
        ? { kind: 'sent', at: now, taskId: event.taskId, url: event.url }
        : null;
    case 'refused':
      return state.kind === 'sending' ? { kind: 'refused', at: now, error: event.error } : null;
    case 'found':
      return state.kind === 'unknown'
        ? { kind: 'sent', at: now, taskId: event.taskId, url: event.url }
        : null;
    case 'foundSeveral':
      return state.kind === 'unknown'
        ? { kind: 'doubtful', since: state.since, candidates: event.taskIds }
        : null;
    case 'foundNothing':
      return state.kind === 'unknown' ? afterEmptyLook(state, now) : null;
    case 'lookFailed':
      return state.kind === 'unknown' ? { ...state, nextLookAt: now + LOOK_RETRY_MS } : null;
    case 'sendAgain':
      return state.kind === 'held' || state.kind === 'refused' || state.kind === 'doubtful'
        ? { kind: 'waiting' }
        : null;
    case 'started':
      return state.kind === 'sending' ? unknownSince(state.since, now) : null;
    case 'restored':
      return afterRestore(state, now);
    default:
      return assertNever(event);
  }
}

/** Looked for as long as a server may need to show it; then it has not arrived, and goes again. */
function afterEmptyLook(
  state: Extract<CaptureState, { kind: 'unknown' }>,
  now: number,
): CaptureState {
  const looks = state.looks + 1;
  const after = LOOKS_AFTER_MS[looks];
  if (after === undefined) return { kind: 'waiting' };
  return { ...state, looks, nextLookAt: Math.max(now, state.since + after) };
}

function afterRestore(state: CaptureState, now: number): CaptureState | null {
  switch (state.kind) {
    case 'waiting':
    case 'held':
      return unknownSince(now, now);
    case 'sending':
    case 'unknown':
    case 'doubtful':
      return unknownSince(state.since, now);
    case 'sent':
    case 'refused':
      return null;
    default:
      return assertNever(state);
  }
}
