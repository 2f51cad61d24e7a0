import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../contract/channels.ts';
import { contract, type Handlers } from '../contract/contract.ts';
import { fail, ok } from '../contract/errors.ts';
import { registerHandlers } from './register.ts';
import type { SenderEvent } from './sender.ts';

const CANARY = 'pk_CANARY_0123456789ABCDEF';
const ID = 'b3f1c9d2-6a1e-4c0b-9f4e-2d7a1c5e8f01';
const INTERNAL = fail({ kind: 'internal' });

const trusted: SenderEvent = {
  sender: { id: 1 },
  senderFrame: { url: 'app://perch/index.html', parent: null },
};
const foreign: SenderEvent = { ...trusted, sender: { id: 2 } };

/** A valid input for every channel that takes one. */
const VALID: Readonly<Record<string, unknown>> = {
  'app:open-link': { link: 'clickupHome' },
  'session:choose-workspace': { workspaceId: '900' },
  'session:workspace-plan': { workspaceId: '900' },
  'connections:connect-personal': { token: CANARY },
  'connections:verify': { connectionId: ID },
  'connections:activate': { connectionId: ID },
  'connections:sign-out': { connectionId: ID },
  'connections:keep-weakly': { connectionId: ID },
  'oauth:save-app': {
    appId: null,
    clientId: 'SAMPLE_CLIENT',
    redirectUris: ['app.perch.desktop://oauth/callback'],
    exchange: { kind: 'secret', secret: CANARY },
  },
  'oauth:remove-app': { appId: ID },
  'oauth:start': { appId: ID, connectionId: null, redirectUri: null },
  'oauth:paste': { address: 'app.perch.desktop://oauth/callback?state=a' },
  'oauth:export-setup': { appId: ID, secret: { kind: 'sealed', passphrase: 'SAMPLE passphrase' } },
  'oauth:read-setup': { text: '{}' },
  'oauth:open-setup': { setupId: ID, passphrase: 'SAMPLE passphrase' },
  'oauth:test-route': { redirectUri: 'app.perch.desktop://oauth/callback' },
  'requests:send': {
    requestId: ID,
    operationId: 'get-space',
    parameters: { space_id: '790', page: 0, archived: true, 'tags[]': ['a', 'b'] },
    body: { kind: 'none' },
  },
  'requests:cancel': { requestId: ID },
  'requests:preview': { operationId: 'get-space', parameters: {} },
  'history:pin': { id: ID, isPinned: true },
  'history:remove': { id: ID },
  'files:save-answer': { requestId: ID },
};

/** Fields in which null means that there is none. */
const NULLABLE = new Set([
  'oauth:save-app appId',
  'oauth:start connectionId',
  'oauth:start redirectUri',
  'oauth:export-setup passphrase',
  'oauth:open-setup passphrase',
]);

const ALL_CHANNELS: readonly string[] = Object.values(CHANNELS).flatMap((domain) =>
  Object.values(domain),
);

/** Every channel registered, each with a handler that notes what reached it. */
const register = (react: (channel: string) => unknown = () => ok('done')) => {
  const listeners = new Map<string, (event: SenderEvent, input: unknown) => unknown>();
  const reached: { readonly channel: string; readonly input: unknown }[] = [];
  const crashed: string[] = [];
  const handlers = Object.fromEntries(
    Object.entries(CHANNELS).map(([domain, channels]) => [
      domain,
      Object.fromEntries(
        Object.entries(channels).map(([name, channel]) => [
          name,
          async (input: unknown) => {
            reached.push({ channel, input });
            return react(channel);
          },
        ]),
      ),
    ]),
  );
  registerHandlers({
    ipcMain: {
      handle(channel, listener) {
        if (listeners.has(channel)) throw new Error(`Registered twice: ${channel}`);
        listeners.set(channel, listener);
      },
    },
    handlers: handlers as unknown as Handlers,
    isTrusted: (event) => event.sender.id === 1,
    onCrash: (channel) => crashed.push(channel),
  });
  const invoke = async (channel: string, input?: unknown, event = trusted): Promise<unknown> =>
    listeners.get(channel)?.(event, input);
  return { listeners, reached, crashed, invoke };
};

describe('registering', () => {
  it('covers every channel of the contract and no other', () => {
    const { listeners } = register();
    expect([...listeners.keys()].toSorted()).toEqual(ALL_CHANNELS.toSorted());
    expect(new Set(ALL_CHANNELS).size).toBe(ALL_CHANNELS.length);
    for (const [domain, channels] of Object.entries(CHANNELS)) {
      expect(Object.keys(contract[domain as keyof typeof contract])).toEqual(Object.keys(channels));
    }
  });

  it('fails at once where a handler is missing', () => {
    expect(() =>
      registerHandlers({
        ipcMain: { handle: () => {} },
        handlers: { app: {} } as unknown as Handlers,
        isTrusted: () => true,
        onCrash: () => {},
      }),
    ).toThrow('No handler');
  });
});

describe.each(ALL_CHANNELS)('%s', (channel) => {
  it('passes a valid input on and the answer back', async () => {
    const { invoke, reached } = register();
    expect(await invoke(channel, VALID[channel])).toEqual(ok('done'));
    expect(reached).toEqual([{ channel, input: VALID[channel] }]);
  });

  it('refuses an untrusted sender before it looks at the input', async () => {
    const { invoke, reached } = register();
    let looked = false;
    const input = new Proxy(
      {},
      {
        get() {
          looked = true;
        },
        ownKeys() {
          looked = true;
          return [];
        },
      },
    );
    expect(await invoke(channel, input, foreign)).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field: 'sender' },
    });
    expect([looked, reached]).toEqual([false, []]);
  });

  it('refuses what is not its input', async () => {
    const { invoke, reached } = register();
    const deep = JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`);
    const good = VALID[channel];
    const bad: readonly unknown[] = [
      null,
      0,
      NaN,
      true,
      'text',
      [],
      [good],
      {},
      deep,
      new Map([['connectionId', ID]]),
      new Date(0),
      Symbol('s'),
      () => ID,
      { toString: () => ID },
      JSON.parse('{"__proto__":{"polluted":true}}'),
      JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
      ...(typeof good === 'object' && good !== null
        ? [
            undefined,
            { ...good, more: 1 },
            { ...good, constructor: { prototype: { polluted: true } } },
            JSON.parse(`${JSON.stringify(good).slice(0, -1)},"__proto__":{"polluted":true}}`),
            ...Object.keys(good).flatMap((key) => [
              { ...good, [key]: undefined },
              { ...good, [key]: NULLABLE.has(`${channel} ${key}`) ? NaN : null },
              { ...good, [key]: 7 },
              { ...good, [key]: [7] },
              { ...good, [key]: deep },
              { ...good, [key]: 'x'.repeat(100_000) },
            ]),
          ]
        : [{ more: 1 }]),
    ];
    for (const input of bad) {
      expect(await invoke(channel, input)).toMatchObject({
        ok: false,
        error: { kind: 'invalid', said: null },
      });
    }
    expect(reached).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it('refuses anything that was made up', async () => {
    const { invoke, reached } = register();
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      fc.object({
        key: fc.constantFrom('connectionId', 'token', 'link', '__proto__', 'requestId'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (input) => {
        fc.pre(input !== undefined);
        // A record of one valid text may be made up by chance.
        fc.pre(
          !(channel.endsWith('connect-personal') && Object.keys(Object(input)).join() === 'token'),
        );
        expect(await invoke(channel, input)).toMatchObject({
          ok: false,
          error: { kind: 'invalid' },
        });
      }),
      { numRuns: 60 },
    );
    expect(reached).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it('answers internal where its handler throws, and tells nothing of it', async () => {
    const { invoke, crashed } = register(() => {
      throw new Error(`failed with ${CANARY}`);
    });
    expect(await invoke(channel, VALID[channel])).toEqual(INTERNAL);
    expect(crashed).toEqual([channel]);
  });
});

describe('a refusal', () => {
  it('names the field and never the value', async () => {
    const { invoke } = register();
    const answers = [
      await invoke('connections:connect-personal', { token: CANARY, more: CANARY }),
      await invoke('connections:connect-personal', { token: CANARY.repeat(50) }),
      await invoke('connections:connect-personal', CANARY),
      await invoke('connections:verify', { connectionId: CANARY }),
      await invoke('app:open-link', { link: CANARY }),
    ];
    expect(JSON.stringify(answers)).not.toContain('CANARY');
    expect(answers[3]).toMatchObject({ error: { field: 'connectionId' } });
  });

  it('comes quickly for an input that is far too big', async () => {
    const { invoke } = register();
    const parameters = Object.fromEntries(
      Array.from({ length: 20_000 }, (_unused, index) => [`p${index}`, { not: 'allowed' }]),
    );
    expect(
      await invoke('requests:send', { requestId: ID, operationId: 'get-space', parameters }),
    ).toMatchObject({ error: { kind: 'invalid' } });
  });

  it.each([
    ['41 parameters', Object.fromEntries(Array.from({ length: 41 }, (_unused, n) => [`p${n}`, 1]))],
    ['a long name', { ['n'.repeat(65)]: 1 }],
    ['an empty name', { '': 1 }],
    ['a long value', { space_id: 'x'.repeat(2049) }],
    ['a long list', { 'tags[]': Array.from({ length: 101 }, () => 'a') }],
    ['a long text in a list', { 'tags[]': ['x'.repeat(257)] }],
    ['a list of numbers', { 'tags[]': [1] }],
    ['infinity', { page: Infinity }],
    ['no number', { page: NaN }],
    ['an own __proto__', JSON.parse('{"__proto__":{"polluted":true}}')],
  ])('meets a request with %s', async (_name, parameters) => {
    const { invoke, reached } = register();
    const input = { requestId: ID, operationId: 'get-space', parameters };
    expect(await invoke('requests:send', input)).toMatchObject({ error: { kind: 'invalid' } });
    expect(reached).toEqual([]);
  });

  it('meets an input whose reading throws', async () => {
    const { invoke, crashed } = register();
    const trap = {
      get connectionId(): string {
        throw new Error(CANARY);
      },
    };
    expect(await invoke('connections:verify', trap)).toEqual(INTERNAL);
    expect(crashed).toEqual(['connections:verify']);
  });
});

describe('the sender check', () => {
  it('refuses where it cannot be made', async () => {
    const listeners = new Map<string, (event: SenderEvent, input: unknown) => unknown>();
    registerHandlers({
      ipcMain: { handle: (channel, listener) => void listeners.set(channel, listener) },
      handlers: Object.fromEntries(
        Object.entries(CHANNELS).map(([domain, channels]) => [
          domain,
          Object.fromEntries(Object.keys(channels).map((name) => [name, async () => ok(CANARY)])),
        ]),
      ) as unknown as Handlers,
      isTrusted: () => {
        throw new Error('Object has been destroyed');
      },
      onCrash: () => {},
    });
    expect(await listeners.get('session:read')?.(trusted, undefined)).toMatchObject({
      error: { kind: 'invalid', field: 'sender' },
    });
  });
});
