import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaptureState } from '../../contract/captures.ts';
import { captureId, captureOf, CONNECTION } from './captures.test-support.ts';
import { openOutboxStore, type OutboxStore } from './outbox-store.ts';

const OTHER = '0b9d3a04-24ad-4b2f-8c3c-1a6a3f0f2c11';
const DAY_MS = 24 * 3_600_000;
const WAITING: CaptureState = { kind: 'waiting' };

let folder = '';
let now = 1_790_000_000_000;
const opened: OutboxStore[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perch-outbox-'));
  now = 1_790_000_000_000;
});
afterEach(() => {
  for (const store of opened.splice(0)) {
    try {
      store.close();
    } catch {
      // A test closed it already.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

const open = (at = folder): OutboxStore => {
  const store = openOutboxStore({ folder: at, now: () => now });
  opened.push(store);
  return store;
};

/** What lies on the disk now, as a crash at this moment leaves it. */
const crashed = (): OutboxStore => {
  const copy = mkdtempSync(join(folder, 'crash-'));
  for (const name of readdirSync(folder)) {
    if (name.startsWith('outbox.')) copyFileSync(join(folder, name), join(copy, name));
  }
  return open(copy);
};

const kinds = (store: OutboxStore): readonly string[] => store.all().map(({ state }) => state.kind);
const titles = (store: OutboxStore): readonly string[] =>
  store.all().map(({ capture }) => capture.title);

const add = (store: OutboxStore, n: number, state: CaptureState = WAITING): void => {
  const taken = store.add(captureOf({ id: captureId(n), title: `Capture ${n}` }), state);
  expect(taken).toEqual({ ok: true, value: null });
};

/** Sends a capture as far as ClickUp's answer. */
const send = (store: OutboxStore, n: number, taskId = `task${n}`): void => {
  store.move(captureId(n), { kind: 'sendBegan' });
  store.move(captureId(n), { kind: 'accepted', taskId, url: null });
};

describe('the outbox', () => {
  it('has what it took after a crash, in order', () => {
    const store = open();
    add(store, 1);
    add(store, 2, { kind: 'held', until: now + 5_000 });
    expect(titles(crashed())).toEqual(['Capture 1', 'Capture 2']);
  });

  it('takes no capture twice, and keeps the first', () => {
    const store = open();
    add(store, 1);
    const again = store.add(captureOf({ id: captureId(1), title: 'Other words' }), WAITING);
    expect(again).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect(titles(store)).toEqual(['Capture 1']);
  });

  it('lets no two captures claim one task', () => {
    const store = open();
    add(store, 1);
    add(store, 2);
    send(store, 1, 'same');
    expect(store.isClaimed('same')).toBe(true);
    store.move(captureId(2), { kind: 'sendBegan' });
    const second = store.move(captureId(2), { kind: 'accepted', taskId: 'same', url: null });
    expect(second.ok).toBe(false);
    expect(kinds(store)).toEqual(['sent', 'sending']);
  });

  it('changes what a capture says, and nothing of one that is gone', () => {
    const store = open();
    add(store, 1);
    store.change(captureOf({ id: captureId(1), title: 'Mended' }));
    expect(titles(crashed())).toEqual(['Mended']);
    expect(store.change(captureOf({ id: captureId(2) }))).toMatchObject({
      error: { kind: 'notFound' },
    });
    expect(store.move(captureId(2), { kind: 'sendBegan' })).toMatchObject({
      error: { kind: 'notFound' },
    });
  });

  it('finds what was on its way as possibly arrived after a start, and nothing held any more', () => {
    const store = open();
    add(store, 1);
    add(store, 2, { kind: 'held', until: now + 5_000 });
    add(store, 3);
    store.move(captureId(1), { kind: 'sendBegan' });
    const later = crashed();
    expect(kinds(later)).toEqual(['unknown', 'waiting', 'waiting']);
    expect(later.find(captureId(1))?.state).toMatchObject({ since: now, looks: 0 });
  });

  it('shows what was sent for a week', () => {
    const store = open();
    add(store, 1);
    send(store, 1);
    now += 7 * DAY_MS;
    expect(kinds(crashed())).toEqual(['sent']);
    now += 1;
    expect(kinds(crashed())).toEqual([]);
  });

  it('forgets a connection without a trace', () => {
    const store = open();
    store.add(captureOf({ id: captureId(1), title: 'CANARY words of a capture' }), WAITING);
    store.add(captureOf({ id: captureId(2), connectionId: OTHER, title: 'Stays' }), WAITING);
    store.close();
    opened.pop();
    const again = open();
    expect(again.forget(CONNECTION)).toEqual({ ok: true, value: null });
    expect(titles(again)).toEqual(['Stays']);
    const traces = readdirSync(folder).filter((name) =>
      readFileSync(join(folder, name)).includes('CANARY'),
    );
    expect(traces).toEqual([]);
    expect(titles(crashed())).toEqual(['Stays']);
  });
});

describe('a damaged outbox', () => {
  const DAMAGE: readonly (readonly [string, (path: string) => void])[] = [
    ['empty', (path) => writeFileSync(path, '')],
    ['filled with zeroes', (path) => writeFileSync(path, new Uint8Array(20_000))],
    ['cut off', (path) => truncateSync(path, 4096)],
    ['nonsense', (path) => writeFileSync(path, 'x'.repeat(5000))],
  ];

  const damage = (change: (path: string) => void): void => {
    for (const name of readdirSync(folder)) {
      if (name.startsWith('outbox.db-')) rmSync(join(folder, name));
    }
    change(join(folder, 'outbox.db'));
  };

  it.each(DAMAGE)(
    'loses no capture where it is %s: the copy and the journal have them',
    (_what, change) => {
      const store = open();
      add(store, 1);
      add(store, 2);
      send(store, 2);
      store.close();
      opened.pop();
      const second = open();
      add(second, 3);
      add(second, 4);
      send(second, 4);
      add(second, 5);
      second.remove(captureId(5));
      send(second, 1);
      second.change(captureOf({ id: captureId(3), title: 'Mended' }));
      damage(change);
      const third = crashed();
      expect(third.condition).toMatchObject({
        database: { kind: 'restored' },
        recovered: 2,
        damagedLines: 0,
      });
      expect(third.all().map(({ capture, state }) => [capture.title, state.kind])).toEqual([
        ['Capture 1', 'sent'],
        ['Capture 2', 'sent'],
        ['Mended', 'unknown'],
        ['Capture 4', 'sent'],
      ]);
      expect(third.isClaimed('task4')).toBe(true);
    },
  );

  it('loses no capture where there is no copy either', () => {
    const store = open();
    add(store, 1);
    add(store, 2);
    send(store, 2);
    damage((path) => writeFileSync(path, ''));
    const later = crashed();
    expect(later.condition).toMatchObject({ database: { kind: 'lost' }, recovered: 2 });
    expect(kinds(later)).toEqual(['unknown', 'sent']);
  });

  it('tells how much of its journal cannot be read', () => {
    const store = open();
    add(store, 1);
    add(store, 2);
    const path = join(folder, 'outbox.journal');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Capture 1', 'Capture !'));
    damage((file) => writeFileSync(file, ''));
    const later = crashed();
    expect(later.condition).toMatchObject({ recovered: 1, damagedLines: 1 });
  });

  it('puts nothing back that is in the database, nor what was discarded', () => {
    const store = open();
    add(store, 1);
    add(store, 2);
    store.remove(captureId(1));
    const later = crashed();
    expect(later.condition.recovered).toBe(0);
    expect(titles(later)).toEqual(['Capture 2']);
    expect(kinds(later)).toEqual(['waiting']);
  });

  it('takes nothing where its file cannot be used, and says so', () => {
    mkdirSync(join(folder, 'outbox.db'));
    const store = open();
    expect(store.condition.database).toEqual({ kind: 'locked' });
    expect(store.add(captureOf(), WAITING)).toMatchObject({ error: { kind: 'storage' } });
    expect([store.all(), store.find(captureId(1)), store.isClaimed('x')]).toEqual([
      [],
      null,
      false,
    ]);
    expect(store.forget(CONNECTION).ok).toBe(false);
  });
});
