import { describe, expect, it, vi } from 'vitest';
import { bench } from '../clickup/fakes.test-support.ts';
import { CLICKUP, singleOrigin } from '../clickup/endpoint.ts';
import { fail, ok, type PerchError } from '../contract/errors.ts';
import { NO_TRAFFIC, type Traffic } from '../contract/requests.ts';
import type { Session } from '../contract/session.ts';
import { noSettings } from '../storage/settings.ts';
import { createActiveChoice } from './active-choice.ts';
import { createConnect } from './connect.ts';
import { createConnectionList } from './connection-list.ts';
import {
  type Account,
  BROKEN,
  clickUpOf,
  errorOf,
  fakeKeychain,
  ID,
  memoryStore,
  OTHER_ID,
  type Reaction,
  TEMPORARY,
} from './fakes.test-support.ts';
import { createSession } from './session.ts';
import { noConnections } from './stored-connections.ts';
import { createTokens } from './tokens.ts';
import { createVault } from './vault.ts';

const ADA: Account = { userId: 183, teams: ['900', '901'] };
const BEN: Account = { userId: 7, teams: ['900'] };
const NOT_FOUND = fail({ kind: 'notFound', said: null });
const UNCLASSIFIED: Reaction = { status: 401, body: { err: 'No', ECODE: 'TEAM_015' } };
const REVOKED: Reaction = { status: 401, body: { err: 'Token not found', ECODE: 'OAUTH_019' } };

const trafficWith = (remaining: number): Traffic => ({
  ...NO_TRAFFIC,
  budget: { limit: 100, remaining, resetAt: null },
});

/** The main process of Perch without Electron: a real session over a fake network, disk and keychain. */
const world = () => {
  const accounts = new Map<string, Reaction>([
    ['pk_CANARY_A', ADA],
    ['pk_CANARY_B', BEN],
    ['SAMPLE', ADA],
  ]);
  const network = bench(clickUpOf((token) => accounts.get(token)));
  const keychain = fakeKeychain();
  const vault = createVault(keychain, 'linux');
  const store = memoryStore(noConnections);
  const settings = memoryStore(noSettings);
  const ids = [ID, OTHER_ID];
  const published: Session[] = [];
  const steps: string[] = [];
  const faults: { clearing: Error | null } = { clearing: null };

  const start = () => {
    const list = createConnectionList(store);
    const sample = {
      authorization: async (account: string | null) =>
        ok({
          account,
          endpoint: singleOrigin('http://127.0.0.1:4010'),
          token: 'SAMPLE',
          scheme: 'personal' as const,
        }),
      stop: async () => void steps.push('sample stopped'),
    };
    const tokens = createTokens({ list, vault, sample });
    const { client, clock } = network;
    return createSession({
      list,
      choice: createActiveChoice(list, settings),
      tokens: {
        ...tokens,
        forget(id) {
          steps.push(`token forgotten, ${list.find(id) === null ? 'off' : 'on'} the list`);
          tokens.forget(id);
        },
      },
      connect: createConnect({
        list,
        tokens,
        client,
        clock,
        endpoint: CLICKUP,
        sample,
        newId: () => ids.shift() ?? '',
      }),
      client,
      clock,
      sample,
      vaultState: () => vault.state,
      oauth: () => ({ oauthApps: [], signIn: null, routeTest: null }),
      forgetPictures: () => void steps.push('pictures forgotten'),
      keepAppsWeakly: () => ok(null),
      storage: null,
      clearNetworkState: async () => {
        steps.push('network cleared');
        if (faults.clearing !== null) throw faults.clearing;
      },
      onChange: (session) => published.push(session),
    });
  };
  return { ...network, accounts, keychain, store, settings, published, steps, faults, start };
};

const connected = async () => {
  const all = world();
  const keeper = all.start();
  await keeper.connectPersonal('pk_CANARY_A');
  return { ...all, keeper };
};

const statusOf = (session: Session, id: string) =>
  session.connections.find((connection) => connection.id === id)?.status;

describe('a new session', () => {
  it('knows nothing, asks nothing and tells nothing', () => {
    const all = world();
    expect(all.start().read()).toEqual({
      connections: [],
      activeConnectionId: null,
      workspaceId: null,
      lostWorkspace: null,
      vault: { kind: 'untouched' },
      storage: null,
      network: 'unknown',
      traffic: NO_TRAFFIC,
      oauthApps: [],
      signIn: null,
      routeTest: null,
    });
    expect(all.keychain.asked).toEqual([]);
    expect(all.published).toEqual([]);
  });

  it('shows a stored connection without asking the keychain', async () => {
    const { start, keychain, sent } = await connected();
    const before = [keychain.asked.length, sent.length];
    const session = start().read();
    expect(session.connections).toHaveLength(1);
    expect(session.activeConnectionId).toBe(ID);
    expect([keychain.asked.length, sent.length]).toEqual(before);
  });
});

describe('connecting', () => {
  it('makes the connection active and tells', async () => {
    const { keeper, published } = await connected();
    expect(keeper.read()).toMatchObject({
      activeConnectionId: ID,
      workspaceId: null,
      vault: { kind: 'ready', place: 'linuxKeyring' },
    });
    expect(published.at(-1)).toEqual(keeper.read());
    expect(JSON.stringify(published)).not.toContain('CANARY');
  });

  it('leaves everything as it was where it fails', async () => {
    const { keeper } = await connected();
    const before = keeper.read();
    expect(errorOf(await keeper.connectPersonal('pk_CANARY_X'))?.kind).toBe('unauthorized');
    expect(keeper.read()).toEqual(before);
  });

  it('works for this run where the settings cannot be written', async () => {
    const all = world();
    all.settings.refuse({ kind: 'storage', cause: 'newer' });
    const keeper = all.start();
    expect((await keeper.connectPersonal('pk_CANARY_B')).ok).toBe(true);
    expect(keeper.read()).toMatchObject({ activeConnectionId: ID, workspaceId: '900' });
  });
});

describe('telling', () => {
  it('happens only where something has changed', async () => {
    const { keeper, published } = await connected();
    keeper.noteReach('online');
    const count = published.length;
    keeper.noteReach('online');
    keeper.activate(ID);
    await keeper.active()?.authorize();
    expect(published).toHaveLength(count);
    keeper.noteReach('offline');
    keeper.noteReach('offline');
    expect(published).toHaveLength(count + 1);
    expect(published.at(-1)?.network).toBe('offline');
    keeper.noteTraffic(ID, trafficWith(99));
    keeper.noteTraffic(ID, trafficWith(99));
    expect(published).toHaveLength(count + 2);
  });
});

describe('the network', () => {
  it('asks anew when the window is shown only if that is due', async () => {
    const { keeper, sent, clock, sentCount } = await connected();
    const before = sent.length;
    keeper.refreshIfStale();
    expect(sent).toHaveLength(before);
    keeper.noteReach('offline');
    keeper.refreshIfStale();
    await sentCount(before + 2);
    keeper.noteReach('online');
    await clock.advanceAsync(5 * 60_000);
    keeper.refreshIfStale();
    await sentCount(before + 4);
    expect(sent).toHaveLength(before + 4);
  });

  it('is not asked where nobody is connected', () => {
    const all = world();
    all.start().refreshIfStale();
    expect(all.sent).toEqual([]);
  });
});

describe('choosing', () => {
  it('takes a Workspace of the active connection only', async () => {
    const { keeper } = await connected();
    expect(keeper.chooseWorkspace('901')).toMatchObject({
      ok: true,
      value: { workspaceId: '901' },
    });
    expect(keeper.chooseWorkspace('999')).toEqual(NOT_FOUND);
    expect(keeper.read().workspaceId).toBe('901');
  });

  it('takes a connection that is there, each with its own budget', async () => {
    const { keeper } = await connected();
    await keeper.connectPersonal('pk_CANARY_B');
    keeper.noteTraffic(OTHER_ID, trafficWith(1));
    expect(keeper.activate(ID)).toEqual(ok(null));
    expect(keeper.read()).toMatchObject({ activeConnectionId: ID, traffic: NO_TRAFFIC });
    keeper.noteTraffic(OTHER_ID, trafficWith(0));
    expect(keeper.read().traffic).toEqual(NO_TRAFFIC);
    keeper.activate(OTHER_ID);
    expect(keeper.read().traffic).toEqual(trafficWith(0));
    expect(keeper.activate('nobody')).toEqual(NOT_FOUND);
  });
});

describe('verifying', () => {
  it('takes over what ClickUp says now', async () => {
    const { keeper, accounts, clock } = await connected();
    accounts.set('pk_CANARY_A', { userId: 183, teams: ['905'] });
    clock.advance(5000);
    const verified = await keeper.verify(ID);
    expect(verified).toMatchObject({
      ok: true,
      value: { verifiedAt: clock.now(), workspaces: [{ id: '905' }] },
    });
    expect(keeper.read().workspaceId).toBe('905');
  });

  it('is content with a disk that is full', async () => {
    const { keeper, store } = await connected();
    store.refuse({ kind: 'storage', cause: 'full' });
    expect((await keeper.verify(ID)).ok).toBe(true);
  });

  it('marks a token that ClickUp no longer knows, at once and for the next start', async () => {
    const { keeper, accounts, sent, start } = await connected();
    accounts.set('pk_CANARY_A', REVOKED);
    const before = sent.length;
    expect(errorOf(await keeper.verify(ID))?.kind).toBe('unauthorized');
    expect(sent.length - before).toBe(2);
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'needsReauth', reason: 'revoked' });
    expect(statusOf(start().read(), ID)).toEqual({ kind: 'needsReauth', reason: 'revoked' });
  });

  it('marks a token that was refused twice more without a code', async () => {
    const { keeper, accounts, sent } = await connected();
    accounts.set('pk_CANARY_A', UNCLASSIFIED);
    const before = sent.length;
    await keeper.verify(ID);
    expect(sent.length - before).toBe(4);
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'needsReauth', reason: 'refused' });
  });

  it('makes a connection good again', async () => {
    const { keeper, accounts, store } = await connected();
    accounts.set('pk_CANARY_A', REVOKED);
    await keeper.verify(ID);
    const { ciphertext } = store.read().connections[0] ?? {};
    expect(ciphertext).toBeTypeOf('string');
    accounts.set('pk_CANARY_A', ADA);
    await keeper.verify(ID);
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'ok' });
  });

  it.each<[string, Reaction]>([
    ['offline', new Error('net::ERR_INTERNET_DISCONNECTED')],
    ['a rate limit', { status: 429, body: {} }],
    ['no permission', { status: 403, body: {} }],
    ['a server in trouble', { status: 500, body: {} }],
    ['a Workspace not authorized', { status: 401, body: { err: 'No', ECODE: 'OAUTH_027' } }],
  ])('never blames the token for %s', async (_name, reaction) => {
    const { keeper, accounts, store } = await connected();
    const before = store.read();
    accounts.set('pk_CANARY_A', reaction);
    expect((await keeper.verify(ID)).ok).toBe(false);
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'ok' });
    expect(store.read()).toEqual(before);
  });

  it('brings back nothing that was signed out meanwhile', async () => {
    const { keeper } = await connected();
    const verifying = keeper.verify(ID);
    await keeper.signOut(ID);
    expect(errorOf(await verifying)?.kind).toBe('notFound');
    expect(keeper.read().connections).toEqual([]);
  });

  it('knows no connection that is not there', async () => {
    const { keeper } = await connected();
    expect(await keeper.verify('nobody')).toEqual(NOT_FOUND);
  });

  it('shows a keychain that is locked, and that it was opened', async () => {
    const { start, keychain, store } = await connected();
    const before = store.read();
    const keeper = start();
    keychain.decrypts = TEMPORARY;
    expect(errorOf(await keeper.verify(ID))?.kind).toBe('keychainLocked');
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'locked' });
    expect(keeper.read().vault).toEqual({ kind: 'locked' });
    expect(store.read()).toEqual(before);
    keychain.decrypts = 'well';
    expect(await keeper.active()?.authorize()).toMatchObject({ ok: true });
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'ok' });
  });
});

describe('followUp', () => {
  const unauthorized = (ecode: string | null): PerchError => ({
    kind: 'unauthorized',
    said: { sentence: 'No', ecode },
  });

  it('marks a revoked token without asking again', async () => {
    const { keeper, sent, published } = await connected();
    const before = sent.length;
    await keeper.active()?.followUp(unauthorized('OAUTH_025'));
    expect(sent).toHaveLength(before);
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'needsReauth', reason: 'revoked' });
    expect(published.at(-1)).toEqual(keeper.read());
  });

  it('asks about a 401 that says nothing, and believes a user who is still known', async () => {
    const { keeper, sent } = await connected();
    const before = sent.length;
    await keeper.active()?.followUp(unauthorized('TEAM_015'));
    expect(sent.length - before).toBe(1);
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'ok' });
  });

  it('asks once about many that come at the same time, and again about a later one', async () => {
    const { keeper, accounts, sent } = await connected();
    accounts.set('pk_CANARY_A', UNCLASSIFIED);
    const before = sent.length;
    const active = keeper.active();
    const many = Array.from({ length: 12 }, () => active?.followUp(unauthorized('TEAM_015')));
    await Promise.all(many);
    // Two refusals one after the other settle it, for all twelve.
    expect(sent.slice(before).map(({ url }) => new URL(url).pathname)).toEqual([
      '/api/v2/user',
      '/api/v2/user',
    ]);
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'needsReauth', reason: 'refused' });
    await active?.followUp(unauthorized('TEAM_015'));
    expect(sent).toHaveLength(before + 4);
  });

  it('shows it even where the disk refuses', async () => {
    const { keeper, store } = await connected();
    store.refuse({ kind: 'storage', cause: 'readOnly' });
    await keeper.active()?.followUp(unauthorized('OAUTH_019'));
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'needsReauth', reason: 'revoked' });
  });

  it.each<PerchError>([
    { kind: 'offline' },
    { kind: 'forbidden', said: { sentence: 'No', ecode: 'OAUTH_019' } },
    { kind: 'rateLimited', resetAt: null, said: null },
  ])('does nothing about $kind', async (error) => {
    const { keeper, sent, published } = await connected();
    const before = [sent.length, published.length];
    await keeper.active()?.followUp(error);
    expect([sent.length, published.length]).toEqual(before);
  });

  it('asks which Workspaces are left where one is not authorized, once for many', async () => {
    const { keeper, accounts, sent, clock } = await connected();
    const ada = accounts.get('pk_CANARY_A');
    if (ada === undefined || !('teams' in ada)) throw new Error('Ada is expected');
    accounts.set('pk_CANARY_A', { ...ada, teams: ada.teams.slice(1) });
    const error: PerchError = { kind: 'workspaceNotAuthorized', said: null };
    const before = sent.length;
    await keeper.active()?.followUp(error);
    await keeper.active()?.followUp(error);
    expect(sent.length - before).toBe(2);
    const [connection] = keeper.read().connections;
    expect(connection?.workspaces.map(({ id }) => id)).toEqual(ada.teams.slice(1));
    expect(connection?.status).toEqual({ kind: 'ok' });
    clock.advance(10_000);
    await keeper.active()?.followUp(error);
    expect(sent.length - before).toBe(4);
  });

  it.each(['OAUTH_023', 'OAUTH_026', 'OAUTH_027', 'OAUTH_029', 'OAUTH_045'])(
    'loses no Workspace for %s while ClickUp still names it, as for an unknown task',
    async (ecode) => {
      const { keeper, store } = await connected();
      keeper.chooseWorkspace('901');
      const ciphertext = store.read().connections[0]?.ciphertext;
      await keeper.active()?.followUp({
        kind: 'workspaceNotAuthorized',
        said: { sentence: 'Team not authorized', ecode },
      });
      expect(keeper.read()).toMatchObject({ workspaceId: '901', lostWorkspace: null });
      expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'ok' });
      expect(store.read().connections[0]?.ciphertext).toBe(ciphertext);
    },
  );

  it('tells which Workspace was taken away while it was in use, until another is chosen', async () => {
    const { keeper, accounts, clock } = await connected();
    keeper.chooseWorkspace('901');
    accounts.set('pk_CANARY_A', { userId: 183, teams: ['900', '902'] });
    const error: PerchError = { kind: 'workspaceNotAuthorized', said: null };
    await keeper.active()?.followUp(error);
    expect(keeper.read()).toMatchObject({
      workspaceId: null,
      lostWorkspace: { id: '901', name: 'Workspace 901' },
    });
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'ok' });
    clock.advance(10_000);
    await keeper.active()?.followUp(error);
    expect(keeper.read().lostWorkspace).toMatchObject({ id: '901' });
    keeper.chooseWorkspace('902');
    expect(keeper.read()).toMatchObject({ workspaceId: '902', lostWorkspace: null });
  });

  it('forgets the loss where the Workspace is back, or the person has signed in anew', async () => {
    const { keeper, accounts } = await connected();
    const lose = async () => {
      keeper.chooseWorkspace('901');
      accounts.set('pk_CANARY_A', { userId: 183, teams: ['900', '902'] });
      await keeper.verify(ID);
      expect(keeper.read().lostWorkspace).toMatchObject({ id: '901' });
    };
    await lose();
    accounts.set('pk_CANARY_A', ADA);
    await keeper.verify(ID);
    expect(keeper.read()).toMatchObject({ workspaceId: '901', lostWorkspace: null });
    await lose();
    await keeper.connectPersonal('pk_CANARY_A');
    expect(keeper.read().lostWorkspace).toBeNull();
  });

  it('does nothing about a connection that is gone', async () => {
    const { keeper } = await connected();
    const gone = keeper.active();
    await keeper.signOut(ID);
    await gone?.followUp(unauthorized('OAUTH_019'));
    await gone?.followUp(unauthorized(null));
    expect(keeper.read().connections).toEqual([]);
  });

  it('does not blame a new token for a late answer about the old one', async () => {
    const { keeper, accounts } = await connected();
    const old = keeper.active();
    const ada = accounts.get('pk_CANARY_A');
    if (ada !== undefined) accounts.set('pk_CANARY_NEW', ada);
    expect((await keeper.connectPersonal('pk_CANARY_NEW')).ok).toBe(true);
    await old?.followUp(unauthorized('OAUTH_025'));
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'ok' });
  });
});

describe('signing out', () => {
  it('takes the connection off the disk first, then the token, then the rest', async () => {
    const { keeper, store, steps, published, settings } = await connected();
    keeper.chooseWorkspace('901');
    keeper.noteTraffic(ID, trafficWith(1));
    expect(await keeper.signOut(ID)).toEqual(ok(null));
    expect(steps).toEqual([
      'token forgotten, off the list',
      'pictures forgotten',
      'network cleared',
    ]);
    expect(store.read()).toEqual(noConnections);
    expect(store.forgotten()).toBe(1);
    expect(settings.read()).toEqual(noSettings);
    expect(keeper.read()).toMatchObject({
      connections: [],
      activeConnectionId: null,
      traffic: NO_TRAFFIC,
    });
    expect(published.at(-1)).toEqual(keeper.read());
    expect(keeper.active()).toBeNull();
  });

  it('changes nothing where the disk refuses', async () => {
    const { keeper, store, steps } = await connected();
    store.refuse({ kind: 'storage', cause: 'readOnly' });
    expect(await keeper.signOut(ID)).toEqual(fail({ kind: 'storage', cause: 'readOnly' }));
    expect(steps).toEqual([]);
    expect(await keeper.active()?.authorize()).toMatchObject({ ok: true });
  });

  it('says that a copy stayed, but is out all the same', async () => {
    const { keeper, store, steps } = await connected();
    store.refuseForgetting({ kind: 'storage', cause: 'readOnly' });
    expect(await keeper.signOut(ID)).toEqual(fail({ kind: 'storage', cause: 'readOnly' }));
    expect(keeper.read()).toMatchObject({ connections: [], activeConnectionId: null });
    expect(steps).toContain('token forgotten, off the list');
  });

  it('is done though the network state cannot be cleared', async () => {
    const { keeper, faults, published } = await connected();
    faults.clearing = new Error('no such partition');
    expect(await keeper.signOut(ID)).toEqual(ok(null));
    expect(published.at(-1)?.connections).toEqual([]);
  });

  it('leaves the other connection and its budget', async () => {
    const { keeper } = await connected();
    await keeper.connectPersonal('pk_CANARY_B');
    keeper.noteTraffic(OTHER_ID, trafficWith(5));
    await keeper.signOut(ID);
    expect(keeper.read()).toMatchObject({
      activeConnectionId: OTHER_ID,
      workspaceId: '900',
      traffic: trafficWith(5),
    });
    expect(await keeper.active()?.authorize()).toMatchObject({ ok: true });
  });

  it('stops the sample server', async () => {
    const all = world();
    const keeper = all.start();
    await keeper.connectSample();
    await keeper.signOut(ID);
    expect(all.steps).toEqual([
      'token forgotten, off the list',
      'pictures forgotten',
      'sample stopped',
      'network cleared',
    ]);
  });

  it('knows no connection that is not there', async () => {
    const { keeper, steps } = await connected();
    expect(await keeper.signOut('nobody')).toEqual(NOT_FOUND);
    expect(steps).toEqual([]);
  });
});

describe('keeping weakly', () => {
  it('stores what was in memory, because the person chose so', async () => {
    const all = world();
    all.keychain.prefix = 'v10';
    const keeper = all.start();
    await keeper.connectPersonal('pk_CANARY_A');
    expect(keeper.read()).toMatchObject({
      connections: [{ place: 'memory' }],
      vault: { kind: 'insecure' },
    });
    expect(all.store.read()).toEqual(noConnections);
    expect(keeper.keepWeakly(ID)).toEqual(ok(null));
    expect(keeper.read().connections).toMatchObject([{ place: 'weak' }]);
    expect(await all.start().active()?.authorize()).toMatchObject({
      ok: true,
      value: { token: 'pk_CANARY_A' },
    });
  });

  it('refuses where there is nothing to store', async () => {
    const { keeper } = await connected();
    expect(keeper.keepWeakly(ID)).toEqual(fail({ kind: 'keychainUnavailable' }));
    expect(keeper.keepWeakly('nobody')).toEqual(NOT_FOUND);
    const all = world();
    all.keychain.available = false;
    const other = all.start();
    await other.connectPersonal('pk_CANARY_A');
    expect(other.keepWeakly(ID)).toEqual(fail({ kind: 'keychainUnavailable' }));
  });
});

describe('asking the keychain again', () => {
  it('stores what was in memory only, once the keychain answers', async () => {
    const all = world();
    all.keychain.available = false;
    const keeper = all.start();
    await keeper.connectPersonal('pk_CANARY_A');
    expect(await keeper.retryVault()).toEqual(ok(null));
    expect(keeper.read()).toMatchObject({
      connections: [{ place: 'memory' }],
      vault: { kind: 'unavailable' },
    });
    all.keychain.available = true;
    expect(await keeper.retryVault()).toEqual(ok(null));
    expect(keeper.read()).toMatchObject({
      connections: [{ place: 'linuxKeyring' }],
      vault: { kind: 'ready' },
    });
    expect(await all.start().active()?.authorize()).toMatchObject({
      ok: true,
      value: { token: 'pk_CANARY_A' },
    });
  });

  it('has nothing to do where nobody is connected', async () => {
    expect(await world().start().retryVault()).toEqual(ok(null));
  });

  /** A later run in which the keychain was found locked. */
  const shut = async () => {
    const all = await connected();
    await all.keeper.connectPersonal('pk_CANARY_B');
    const keeper = all.start();
    all.keychain.decrypts = TEMPORARY;
    keeper.refreshIfStale();
    await vi.waitFor(() => expect(statusOf(keeper.read(), OTHER_ID)).toEqual({ kind: 'locked' }));
    const decryptions = () => all.keychain.asked.filter((what) => what === 'decrypt').length;
    expect(decryptions()).toBe(1);
    return { ...all, keeper, decryptions };
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('never happens because the window was shown or reads by itself, whichever connection', async () => {
    const { keeper, decryptions, clock } = await shut();
    for (let shown = 0; shown < 3; shown += 1) {
      keeper.refreshIfStale();
      expect(errorOf((await keeper.activeUnlessShut()?.()) ?? ok(null))?.kind).toBe(
        'keychainLocked',
      );
      clock.advance(10 * 60_000);
    }
    keeper.activate(ID);
    keeper.refreshIfStale();
    await settled();
    expect(statusOf(keeper.read(), ID)).toEqual({ kind: 'locked' });
    expect(decryptions()).toBe(1);
  });

  it('happens when the person says so, verifies or sends', async () => {
    const { keeper, decryptions } = await shut();
    await keeper.retryVault();
    expect(decryptions()).toBe(2);
    await keeper.verify(OTHER_ID);
    expect(decryptions()).toBe(3);
    await keeper.active()?.authorize();
    expect(decryptions()).toBe(4);
  });

  it('happens when the system is unlocked or wakes up, and only for a keychain that was locked', async () => {
    const { keeper, keychain, decryptions, sent } = await shut();
    keeper.keychainMayBeOpen();
    await vi.waitFor(() => expect(decryptions()).toBe(2));
    keychain.decrypts = 'well';
    await settled();
    keeper.keychainMayBeOpen();
    await vi.waitFor(() => expect(statusOf(keeper.read(), OTHER_ID)).toEqual({ kind: 'ok' }));
    const before = [decryptions(), sent.length];
    expect(before[0]).toBe(3);
    keeper.keychainMayBeOpen();
    await settled();
    expect([decryptions(), sent.length]).toEqual(before);
    keeper.activate(ID);
    expect(await keeper.activeUnlessShut()?.()).toMatchObject({ ok: true });
  });

  it('is no longer a matter for what is in memory', async () => {
    const { keeper, keychain } = await connected();
    keychain.decrypts = TEMPORARY;
    expect(await keeper.activeUnlessShut()?.()).toMatchObject({ ok: true });
    await keeper.signOut(ID);
    expect(keeper.activeUnlessShut()).toBeNull();
    keeper.keychainMayBeOpen();
  });

  it('does not happen by itself for a ciphertext that cannot be read', async () => {
    const { start, keychain } = await connected();
    const keeper = start();
    keychain.decrypts = BROKEN;
    await keeper.verify(ID);
    const before = keychain.asked.length;
    expect(errorOf((await keeper.activeUnlessShut()?.()) ?? ok(null))).toEqual({
      kind: 'storage',
      cause: 'corrupt',
    });
    expect(keychain.asked).toHaveLength(before);
  });
});
