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
  ciphertext: 'djExQUFB',
};
const sample = { ...good, id: OTHER_ID, kind: 'sample', place: 'none', ciphertext: null };

describe('parseConnections', () => {
  it('reads connections', () => {
    const document = { connections: [good, sample] };
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
    expect(parseConnections({ connections: [sample, { ...good, ...change }] })).toBeNull();
  });

  it('refuses the same connection twice', () => {
    expect(parseConnections({ connections: [good, good] })).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        parseConnections(value);
        parseConnections({ connections: [value] });
        expect(parseConnections({ connections: [{ ...good, user: value }] })).toBeNull();
      }),
    );
  });
});
