import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../contract/errors.ts';
import type { Redirect } from '../../contract/oauth.ts';
import { createFakeClock } from '../../clickup/fake-clock.test-support.ts';
import { parseCallback } from './callback.ts';
import { OWN_REDIRECTS } from './redirects.ts';
import { createRouteTester } from './route-test.ts';

const [protocol, loopback] = OWN_REDIRECTS;
if (protocol === undefined || loopback === undefined) throw new Error('Two routes are expected');
const bridge: Redirect = { route: 'bridge', uri: 'https://perch.example/back' };

const world = () => {
  const clock = createFakeClock();
  const opened: string[] = [];
  const answers = { browser: true, port: 'listening' as 'listening' | 'taken' };
  let answerOnPort: (address: string) => boolean = () => false;
  let isListening = false;
  const tester = createRouteTester({
    clock,
    loopback: {
      async listen(_redirect, onAnswer) {
        isListening = answers.port === 'listening';
        answerOnPort = onAnswer;
        return answers.port;
      },
      stop: () => (isListening = false),
    },
    random: () => `SAMPLE_proof_${opened.length}`,
    openBrowser: async (address) => {
      opened.push(address);
      return answers.browser;
    },
    onChange: () => {},
  });
  return {
    clock,
    opened,
    answers,
    tester,
    isListening: () => isListening,
    answerOnPort: (a: string) => answerOnPort(a),
  };
};

describe('the trial of a route', () => {
  it.each([protocol, bridge])(
    'of $route opens its address and knows its own answer',
    async (redirect) => {
      const { tester, opened, clock } = world();
      expect(await tester.start(redirect)).toEqual(ok(null));
      expect(opened).toEqual([`${redirect.uri}?state=SAMPLE_proof_0`]);
      expect(tester.state()).toEqual({ kind: 'testing', redirect });
      expect(tester.take(parseCallback(`${protocol.uri}?state=other`))).toBe(false);
      expect(tester.take(parseCallback('SAMPLE_code'))).toBe(false);
      expect(tester.take(parseCallback(`${loopback.uri}?state=SAMPLE_proof_0`))).toBe(false);
      expect(tester.take(parseCallback(`${protocol.uri}?state=SAMPLE_proof_0`))).toBe(true);
      expect(tester.state()).toEqual({ kind: 'arrived', redirect });
      expect(tester.take(parseCallback(`${protocol.uri}?state=SAMPLE_proof_0`))).toBe(false);
      expect(clock.pending()).toBe(0);
      tester.dismiss();
      expect(tester.state()).toBeNull();
    },
  );

  it('of a loopback port listens until the answer is there', async () => {
    const { tester, isListening, answerOnPort } = world();
    await tester.start(loopback);
    expect(isListening()).toBe(true);
    expect(answerOnPort(`${loopback.uri}?state=x`)).toBe(false);
    expect(answerOnPort(`${loopback.uri}?state=SAMPLE_proof_0`)).toBe(true);
    expect(isListening()).toBe(false);
    expect(tester.state()).toEqual({ kind: 'arrived', redirect: loopback });
  });

  it('says where nothing came, and where the port is taken', async () => {
    const { tester, clock, answers, opened } = world();
    await tester.start(loopback);
    clock.advance(30_000);
    expect(tester.state()).toEqual({ kind: 'nothingCame', redirect: loopback });
    answers.port = 'taken';
    await tester.start(loopback);
    expect(tester.state()).toEqual({ kind: 'portTaken', redirect: loopback, port: 17291 });
    expect(opened).toHaveLength(1);
  });

  it('ends where no browser opens', async () => {
    const { tester, answers, clock } = world();
    answers.browser = false;
    expect(await tester.start(protocol)).toEqual(fail({ kind: 'internal' }));
    expect(tester.state()).toBeNull();
    expect(clock.pending()).toBe(0);
  });
});
