import { describe, expect, it } from 'vitest';
import { fail } from '../contract/errors.ts';
import { createSampleServer } from './sample-server.ts';

const INTERNAL = fail({ kind: 'internal' });

/** Servers as they would be started, with a note of each that was closed. */
const servers = () => {
  const closed: number[] = [];
  let started = 0;
  let failing = false;
  const sample = createSampleServer(async () => {
    started += 1;
    const port = 4000 + started;
    if (failing) throw new Error('EADDRINUSE');
    return {
      origin: `http://127.0.0.1:${port}`,
      close: async () => void closed.push(port),
    };
  });
  return {
    sample,
    closed,
    started: () => started,
    fail: (is: boolean) => (failing = is),
  };
};

const ACCOUNT = 'sample';

describe('the sample server', () => {
  it('starts when it is first asked, once', async () => {
    const { sample, started } = servers();
    expect(started()).toBe(0);
    const both = await Promise.all([sample.authorization(ACCOUNT), sample.authorization(ACCOUNT)]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]).toMatchObject({
      ok: true,
      value: {
        endpoint: { api: 'http://127.0.0.1:4001', authorize: 'http://127.0.0.1:4001' },
        scheme: 'personal',
      },
    });
    expect(started()).toBe(1);
  });

  it('has a token that no sentence of the sample holds', async () => {
    const answer = await servers().sample.authorization(ACCOUNT);
    const token = answer.ok ? answer.value.token : '';
    expect('Sample data. Explore a sample without an account.').not.toContain(token);
    expect(token).toMatch(/^[!-~]{12,}$/u);
  });

  it('can be stopped and started again', async () => {
    const { sample, closed, started } = servers();
    await sample.authorization(ACCOUNT);
    await sample.stop();
    await sample.stop();
    expect(closed).toEqual([4001]);
    expect(await sample.authorization(ACCOUNT)).toMatchObject({
      value: { endpoint: { api: 'http://127.0.0.1:4002' } },
    });
    expect(started()).toBe(2);
  });

  it('closes a server that was only just starting', async () => {
    const { sample, closed } = servers();
    const starting = sample.authorization(ACCOUNT);
    await sample.stop();
    await starting;
    expect(closed).toEqual([4001]);
  });

  it('tries again after it could not start', async () => {
    const world = servers();
    world.fail(true);
    expect(
      await Promise.all([world.sample.authorization(ACCOUNT), world.sample.authorization(ACCOUNT)]),
    ).toEqual([INTERNAL, INTERNAL]);
    await world.sample.stop();
    world.fail(false);
    expect(await world.sample.authorization(ACCOUNT)).toMatchObject({ ok: true });
  });

  it('is never stopped before it ran', async () => {
    const { sample, closed } = servers();
    await sample.stop();
    expect(closed).toEqual([]);
  });
});
