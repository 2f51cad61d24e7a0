import { describe, expect, it } from 'vitest';
import { fail, ok, type PerchError } from '../contract/errors.ts';
import { connectionOf, ID, memoryStore, northwind, OTHER_ID } from './fakes.test-support.ts';
import { createConnectionList, toPublic } from './connection-list.ts';
import { type ConnectionsDocument, noConnections, parseConnections } from './stored-connections.ts';

const FULL: PerchError = { kind: 'storage', cause: 'full' };
const stored = connectionOf();
const sample = connectionOf({ id: OTHER_ID, kind: 'sample', secret: { kind: 'none' } });
const inMemory = connectionOf({ secret: { kind: 'memory', weakCiphertext: 'djEwQUFB' } });

const listOver = (document: ConnectionsDocument = noConnections) => {
  const store = memoryStore(document);
  return { store, list: createConnectionList(store) };
};

/** A list as the next start of the app finds it. */
const restarted = (store: ReturnType<typeof listOver>['store']) => {
  const document = parseConnections(store.read());
  if (document === null) throw new Error('The document cannot be read again');
  return createConnectionList(memoryStore(document));
};

describe('the list of connections', () => {
  it('is there again at the next start', () => {
    const { store, list } = listOver();
    expect(list.put(stored)).toEqual(ok(null));
    expect(list.put(sample)).toEqual(ok(null));
    expect(restarted(store).all()).toEqual([stored, sample]);
  });

  it('replaces a connection in its place', () => {
    const { list } = listOver();
    list.put(stored);
    list.put(sample);
    const changed = connectionOf({ workspaces: [northwind] });
    list.put(changed);
    expect(list.all()).toEqual([changed, sample]);
    expect(list.find(ID)).toEqual(changed);
    expect(list.find('none')).toBeNull();
  });

  it('changes nothing where the disk refuses', () => {
    const { store, list } = listOver();
    list.put(stored);
    store.refuse(FULL);
    expect(list.put(sample)).toEqual(fail(FULL));
    expect(list.remove(ID)).toEqual(fail(FULL));
    expect(list.all()).toEqual([stored]);
    expect(store.forgotten()).toBe(0);
  });

  it('remembers that a token was refused, and forgets that a keychain was locked', () => {
    const { store, list } = listOver();
    list.put(connectionOf({ status: { kind: 'needsReauth', reason: 'revoked' } }));
    expect(restarted(store).find(ID)?.status).toEqual({ kind: 'needsReauth', reason: 'revoked' });
    list.put(connectionOf({ status: { kind: 'locked' } }));
    expect(restarted(store).find(ID)?.status).toEqual({ kind: 'ok' });
  });

  it('does not write what would be the same', () => {
    const { store, list } = listOver();
    list.put(stored);
    list.put(stored);
    list.note(ID, { status: { kind: 'locked' } });
    expect(store.written).toHaveLength(1);
  });
});

describe('a token in memory only', () => {
  it('is not written', () => {
    const { store, list } = listOver();
    list.put(inMemory);
    expect(store.read()).toEqual(noConnections);
    expect(list.find(ID)).toEqual(inMemory);
    expect(JSON.stringify(store.written)).not.toContain('djEwQUFB');
  });

  it('does not cost the ciphertext that lies on disk', () => {
    const { store, list } = listOver();
    list.put(stored);
    list.put(inMemory);
    list.note(ID, { verifiedAt: 7 });
    expect(restarted(store).all()).toEqual([stored]);
  });

  it('takes that ciphertext along when the person signs out', () => {
    const { store, list } = listOver();
    list.put(stored);
    list.put(inMemory);
    expect(list.remove(ID)).toEqual(ok(null));
    expect(store.read()).toEqual(noConnections);
    expect(store.forgotten()).toBe(1);
  });

  it('gives way to what the person chose to store after all', () => {
    const { store, list } = listOver();
    list.put(inMemory);
    list.put({ ...inMemory, secret: { kind: 'stored', ciphertext: 'djEwQUFB', place: 'weak' } });
    expect(store.read().connections).toMatchObject([{ place: 'weak', ciphertext: 'djEwQUFB' }]);
  });
});

describe('note', () => {
  it('holds what was found out even where the disk refuses', () => {
    const { store, list } = listOver();
    list.put(stored);
    store.refuse(FULL);
    list.note(ID, { status: { kind: 'needsReauth', reason: 'revoked' } });
    expect(list.find(ID)?.status).toEqual({ kind: 'needsReauth', reason: 'revoked' });
    store.refuse(null);
    list.note(ID, { verifiedAt: 9 });
    expect(store.read().connections).toMatchObject([{ needsReauth: 'revoked', verifiedAt: 9 }]);
  });

  it('makes no connection of nothing', () => {
    const { list, store } = listOver();
    list.note(ID, { status: { kind: 'ok' } });
    expect(list.all()).toEqual([]);
    expect(store.written).toEqual([]);
  });
});

describe('remove', () => {
  it('leaves every copy of others alone when only the sample is left', () => {
    const { store, list } = listOver();
    list.put(sample);
    expect(list.remove(OTHER_ID)).toEqual(ok(null));
    expect(store.forgotten()).toBe(0);
  });

  it('forgets every copy after the connection is off the disk', () => {
    const { store, list } = listOver();
    list.put(stored);
    list.put(sample);
    expect(list.remove(ID)).toEqual(ok(null));
    expect(list.all()).toEqual([sample]);
    expect(store.read().connections.map(({ id }) => id)).toEqual([OTHER_ID]);
    expect(store.forgotten()).toBe(1);
  });

  it('says so where a copy stays', () => {
    const { store, list } = listOver();
    list.put(stored);
    store.refuseForgetting(FULL);
    expect(list.remove(ID)).toEqual(fail(FULL));
    expect(list.find(ID)).toBeNull();
  });
});

describe('toPublic', () => {
  it.each([
    [stored, 'linuxKeyring'],
    [inMemory, 'memory'],
    [sample, 'none'],
  ] as const)('tells the place and nothing of the secret (%#)', (connection, place) => {
    const shown = toPublic(connection);
    expect(shown.place).toBe(place);
    expect(Object.keys(shown).toSorted()).toEqual([
      'id',
      'kind',
      'oauthAppId',
      'place',
      'status',
      'user',
      'verifiedAt',
      'workspaces',
    ]);
    expect(JSON.stringify(shown)).not.toContain('djE');
  });
});
