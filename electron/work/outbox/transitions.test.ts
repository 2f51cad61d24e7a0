import { describe, expect, it } from 'vitest';
import type { CaptureState } from '../../contract/captures.ts';
import { type CaptureEvent, follow, LOOKS_AFTER_MS } from './transitions.ts';

const NOW = 1_790_000_100_000;
const SINCE = NOW - 500;
const OFFLINE = { kind: 'offline' } as const;

const STATES: { readonly [Kind in CaptureState['kind']]: CaptureState } = {
  waiting: { kind: 'waiting' },
  held: { kind: 'held', until: NOW },
  sending: { kind: 'sending', since: SINCE },
  unknown: { kind: 'unknown', since: SINCE, looks: 0, nextLookAt: NOW },
  sent: { kind: 'sent', at: SINCE, taskId: '86c0', url: null },
  refused: { kind: 'refused', at: SINCE, error: OFFLINE },
  doubtful: { kind: 'doubtful', since: SINCE, candidates: ['86c0', '86c1'] },
};

const EVENTS: { readonly [Kind in CaptureEvent['kind']]: CaptureEvent } = {
  holdEnded: { kind: 'holdEnded' },
  sendBegan: { kind: 'sendBegan' },
  notSent: { kind: 'notSent' },
  answerLost: { kind: 'answerLost' },
  accepted: { kind: 'accepted', taskId: '86c0', url: null },
  refused: { kind: 'refused', error: OFFLINE },
  found: { kind: 'found', taskId: '86c0', url: null },
  foundSeveral: { kind: 'foundSeveral', taskIds: ['86c0', '86c1'] },
  foundNothing: { kind: 'foundNothing' },
  lookFailed: { kind: 'lookFailed' },
  sendAgain: { kind: 'sendAgain' },
  started: { kind: 'started' },
  restored: { kind: 'restored' },
};

/** Every way there is from a state; whatever is not here changes nothing. */
const WAYS: Readonly<Record<CaptureState['kind'], Readonly<Record<string, CaptureState['kind']>>>> =
  {
    waiting: { sendBegan: 'sending', restored: 'unknown' },
    held: { holdEnded: 'waiting', sendAgain: 'waiting', restored: 'unknown' },
    sending: {
      notSent: 'waiting',
      answerLost: 'unknown',
      accepted: 'sent',
      refused: 'refused',
      started: 'unknown',
      restored: 'unknown',
    },
    unknown: {
      found: 'sent',
      foundSeveral: 'doubtful',
      foundNothing: 'unknown',
      lookFailed: 'unknown',
      restored: 'unknown',
    },
    sent: {},
    refused: { sendAgain: 'waiting' },
    doubtful: { sendAgain: 'waiting', restored: 'unknown' },
  };

describe('a capture', () => {
  it.each(Object.values(STATES))('that is $kind goes only where it may', (state) => {
    for (const event of Object.values(EVENTS)) {
      const next = follow(state, event, NOW);
      expect([event.kind, next?.kind ?? null]).toEqual([
        event.kind,
        WAYS[state.kind][event.kind] ?? null,
      ]);
    }
  });

  it('is looked for over a minute before it goes again', () => {
    let state: CaptureState | null = follow(STATES.sending, EVENTS.answerLost, NOW);
    const looks: number[] = [];
    let now = NOW;
    while (state?.kind === 'unknown') {
      now = state.nextLookAt;
      looks.push(now - SINCE);
      state = follow(state, EVENTS.foundNothing, now);
    }
    expect(state).toEqual({ kind: 'waiting' });
    expect(looks).toHaveLength(LOOKS_AFTER_MS.length);
    expect(looks.at(-1)).toBeGreaterThanOrEqual(60_000);
    expect(looks.filter((at) => at > 10_000).length).toBeGreaterThanOrEqual(3);
  });

  it('loses no look to one that failed', () => {
    const failed = follow(STATES.unknown, EVENTS.lookFailed, NOW);
    expect(failed).toMatchObject({ kind: 'unknown', looks: 0 });
  });
});
