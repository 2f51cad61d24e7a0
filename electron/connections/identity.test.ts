import { describe, expect, it } from 'vitest';
import { authorizeCanary, bench } from '../clickup/fakes.test-support.ts';
import { fail } from '../contract/errors.ts';
import { clickUpOf, errorOf, type Reaction } from './fakes.test-support.ts';
import { isTokenRefused, readIdentity } from './identity.ts';

const refused = (ecode: string): Reaction => ({ status: 401, body: { err: 'No', ECODE: ecode } });
const good: Reaction = { userId: 183, teams: ['900'] };

describe('readIdentity', () => {
  it('asks for the user and the Workspaces at the same time', async () => {
    const { client, sent } = bench(clickUpOf(() => good));
    expect(await readIdentity(client, authorizeCanary)).toMatchObject({
      ok: true,
      value: { user: { id: 183 }, workspaces: [{ id: '900' }] },
    });
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(['/api/v2/user', '/api/v2/team']);
  });

  it('tells the error of the user rather than that of the Workspaces', async () => {
    const { client } = bench(
      clickUpOf((_token, path) => refused(path.endsWith('/user') ? 'OAUTH_019' : 'OAUTH_023')),
    );
    expect(errorOf(await readIdentity(client, authorizeCanary))).toMatchObject({
      kind: 'unauthorized',
      said: { ecode: 'OAUTH_019' },
    });
  });

  it('tells the error of the Workspaces where the user is known', async () => {
    const { client } = bench(
      clickUpOf((_token, path) => (path.endsWith('/user') ? good : refused('OAUTH_023'))),
    );
    expect(errorOf(await readIdentity(client, authorizeCanary))?.kind).toBe(
      'workspaceNotAuthorized',
    );
  });

  it('takes an answer that is no user for a bad answer', async () => {
    const { client } = bench(clickUpOf(() => ({ status: 200, body: { user: { id: null } } })));
    expect(errorOf(await readIdentity(client, authorizeCanary))?.kind).toBe('badAnswer');
  });
});

describe('isTokenRefused', () => {
  const asking = async (...reactions: readonly Reaction[]) => {
    let next = 0;
    const { client, sent } = bench(clickUpOf(() => reactions[next++] ?? good));
    return { isRefused: await isTokenRefused(client, authorizeCanary), asked: sent.length };
  };

  it('believes two refusals', async () => {
    expect(await asking(refused('X_1'), refused('X_1'))).toEqual({ isRefused: true, asked: 2 });
  });

  it.each([
    ['one', [refused('X_1')], 2],
    ['an answer', [good], 1],
    ['a server error after one', [refused('X_1'), { status: 503, body: {} }], 3],
    ['being offline', [new Error('net::ERR_INTERNET_DISCONNECTED')], 2],
    ['a rate limit', [{ status: 429, body: {} }], 2],
    ['a Workspace that is not authorized', [refused('OAUTH_027'), refused('OAUTH_027')], 1],
  ] as const)('does not believe %s', async (_name, reactions, asked) => {
    expect(await asking(...reactions)).toEqual({ isRefused: false, asked });
  });

  it('is no refusal where the keychain is locked', async () => {
    const { client, sent } = bench(clickUpOf(() => good));
    const locked = () => Promise.resolve(fail({ kind: 'keychainLocked' }));
    expect(await isTokenRefused(client, locked)).toBe(false);
    expect(sent).toEqual([]);
  });
});
