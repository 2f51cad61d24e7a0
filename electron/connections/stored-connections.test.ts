import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ada, ID, northwind, OTHER_ID } from './fakes.test-support.ts';
import { noConnections, parseConnections } from './stored-connections.ts';

const good = {
  id: ID,
  kind: 'personal',
  user: ada,
  workspaces: [northwind],
  verifiedAt: 1_790_000_000_000,
  place: 'linuxKeyring',
  needsReauth: null,
  oauthAppId: null,
  ciphertext: 'djExQUFB',
};
const sample = { ...good, id: OTHER_ID, kind: 'sample', place: 'none', ciphertext: null };

const app = {
  id: ID,
  clientId: 'SAMPLE_CLIENT',
  redirectUris: ['app.perch.desktop://oauth/callback'],
  exchange: { kind: 'secret', ciphertext: 'djExQUFB', place: 'linuxKeyring' },
};
const teamApp = {
  ...app,
  id: OTHER_ID,
  exchange: { kind: 'endpoint', address: 'https://perch.example/exchange' },
};
const attempt = { ciphertext: 'djExQUFB', expiresAt: 1_790_000_600_000 };

describe('parseConnections', () => {
  it('reads connections', () => {
    const document = { connections: [good, sample], oauthApps: [app, teamApp], attempt };
    expect(parseConnections(document)).toEqual(document);
    expect(parseConnections(noConnections)).toEqual(noConnections);
  });

  it.each([
    ['no id', { id: undefined }],
    ['an id that is no UUID', { id: '1' }],
    ['a kind nobody knows', { kind: 'guest' }],
    ['no user', { user: null }],
    ['a user without a name', { user: { ...ada, name: null } }],
    ['no Workspaces', { workspaces: null }],
    ['half a Workspace', { workspaces: [{ id: '900' }] }],
    ['a place nobody knows', { place: 'cloud' }],
    ['a reason nobody knows', { needsReauth: 'bored' }],
    ['a ciphertext that is no text', { ciphertext: 5 }],
    ['no ciphertext for a token', { ciphertext: null }],
    ['no place for a token', { place: 'none' }],
    ['a place for what has no token', { kind: 'sample' }],
  ])('refuses the whole where one has %s', (_name, change) => {
    expect(
      parseConnections({ ...noConnections, connections: [sample, { ...good, ...change }] }),
    ).toBeNull();
  });

  it.each([
    ['no apps', { oauthApps: undefined }],
    ['the same app twice', { oauthApps: [app, app] }],
    ['an app without an exchange', { oauthApps: [{ ...app, exchange: null }] }],
    ['a secret without a ciphertext', { oauthApps: [{ ...app, exchange: { kind: 'secret' } }] }],
    ['an attempt without an end', { attempt: { ciphertext: 'djExQUFB' } }],
  ])('refuses the whole with %s', (_name, change) => {
    expect(parseConnections({ ...noConnections, connections: [good], ...change })).toBeNull();
  });

  it('refuses the same connection twice', () => {
    expect(parseConnections({ ...noConnections, connections: [good, good] })).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        parseConnections(value);
        parseConnections({ ...noConnections, connections: [value], oauthApps: [value] });
        expect(
          parseConnections({ ...noConnections, connections: [{ ...good, user: value }] }),
        ).toBeNull();
      }),
    );
  });
});
