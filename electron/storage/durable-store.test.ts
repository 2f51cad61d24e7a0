import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import type * as Fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as ElectronStore from 'electron-store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { fail, ok } from '../contract/errors.ts';
import { openDurableStore } from './durable-store.ts';

/** What the disk does wrong in a test. */
const disk = vi.hoisted(() => ({
  /** Bytes at which the writer cuts the file while it reports success. */
  cutAt: null as number | null,
  /** Error code of a write by electron-store. */
  refusesWrites: null as string | null,
  /** Error code of a copy to a file whose name ends so. */
  refusesCopies: null as { readonly to: string; readonly code: string } | null,
  /** Error code of reading this very file. */
  refusesReading: null as { readonly path: string; readonly code: string } | null,
  /** Error code of renaming to a file whose name ends so. */
  refusesRenaming: null as { readonly to: string; readonly code: string } | null,
  refusesRemoving: null as string | null,
  flushes: 0,
}));

const refusal = (code: string): Error => Object.assign(new Error(`${code}: refused`), { code });

vi.mock('electron', () => {
  const electron = {
    app: { getPath: () => '/nowhere', getVersion: () => '0.1.0' },
    ipcMain: { on: () => {} },
    shell: {},
  };
  return { ...electron, default: electron };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof Fs>();
  return {
    ...real,
    readFileSync(...input: Parameters<typeof real.readFileSync>) {
      if (disk.refusesReading?.path === input[0]) throw refusal(disk.refusesReading.code);
      return real.readFileSync(...input);
    },
    copyFileSync(...input: Parameters<typeof real.copyFileSync>) {
      const refused = disk.refusesCopies;
      if (refused !== null && String(input[1]).endsWith(refused.to)) throw refusal(refused.code);
      real.copyFileSync(...input);
    },
    renameSync(...input: Parameters<typeof real.renameSync>) {
      const refused = disk.refusesRenaming;
      if (refused !== null && String(input[1]).endsWith(refused.to)) throw refusal(refused.code);
      real.renameSync(...input);
    },
    // Counted, not done: a real flush takes longer than all the rest.
    fsyncSync() {
      disk.flushes += 1;
    },
    rmSync(...input: Parameters<typeof real.rmSync>) {
      if (disk.refusesRemoving !== null) throw refusal(disk.refusesRemoving);
      real.rmSync(...input);
    },
  };
});

vi.mock('electron-store', async (original) => {
  const { default: Store } = await original<typeof ElectronStore>();
  return {
    default: class extends Store {
      override get store() {
        return super.store;
      }
      override set store(value) {
        if (disk.refusesWrites !== null) throw refusal(disk.refusesWrites);
        super.store = value;
        if (disk.cutAt !== null) truncateSync(this.path, disk.cutAt);
      }
    },
  };
});

interface Notes {
  readonly notes: readonly string[];
}

const schema = z.object({ notes: z.array(z.string()) });
const parse = (value: unknown): Notes | null => schema.safeParse(value).data ?? null;
const empty: Notes = { notes: [] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perch-store-'));
});
afterEach(() => {
  disk.cutAt = null;
  disk.refusesWrites = null;
  disk.refusesCopies = null;
  disk.refusesReading = null;
  disk.refusesRenaming = null;
  disk.refusesRemoving = null;
  rmSync(folder, { recursive: true, force: true });
});

const open = (version = 1, now = 1_790_000_000_000, onSetUp = () => {}) =>
  openDurableStore({ folder, name: 'notes', version, empty, parse, onSetUp, now: () => now });
const at = (name: string): string => join(folder, name);
const FILE = 'notes.json';
const PREVIOUS = 'notes.previous.json';
const ASIDE = 'notes.quarantined-1790000000000.json';
const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(at(name), bytes);
const textOf = (name: string): string => readFileSync(at(name), 'utf8');
const stored = (notes: readonly string[], version = 1): string =>
  JSON.stringify({ version, document: { notes } });
const full = fail({ kind: 'storage', cause: 'full' });
const readOnly = fail({ kind: 'storage', cause: 'readOnly' });

describe('setting electron-store up', () => {
  it('happens at the first write and is told, so that its own channel can be taken back', () => {
    let times = 0;
    const store = open(1, 1, () => (times += 1));
    expect(times).toBe(0);
    store.write({ notes: ['one'] });
    store.write({ notes: ['two'] });
    expect(times).toBe(1);
  });
});

const DAMAGED: readonly (readonly [string, string | Uint8Array])[] = [
  ['an empty file', ''],
  ['a zero-filled file', new Uint8Array(4096)],
  ['a truncated file', stored(['one', 'two']).slice(0, -9)],
  ['garbage', new Uint8Array([0xff, 0xfe, 0x00, 0x01, 0x80])],
  ['JSON that is no object', '"notes"'],
  ['null', 'null'],
  ['a list', '[]'],
  ['an object without a version', '{"document":{"notes":[]}}'],
  ['a version that is a text', '{"version":"1","document":{"notes":[]}}'],
  ['no document', '{"version":1}'],
  ['a document of another shape', '{"version":1,"document":{"notes":[7]}}'],
];

describe('opening', () => {
  it('is fresh in an empty folder and writes nothing', () => {
    const store = open();
    expect(store.condition).toEqual({ kind: 'fresh' });
    expect(store.read()).toEqual(empty);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('reads what was written', () => {
    expect(open().write({ notes: ['one'] })).toEqual(ok(null));
    const again = open();
    expect(again.condition).toEqual({ kind: 'read' });
    expect(again.read()).toEqual({ notes: ['one'] });
  });

  it.each(DAMAGED)('keeps the bytes of %s aside and starts empty', (_name, bytes) => {
    put(FILE, bytes);
    const store = open();
    expect(store.condition).toEqual({ kind: 'lost', quarantinedAs: ASIDE });
    expect(store.read()).toEqual(empty);
    expect(readFileSync(at(ASIDE))).toEqual(Buffer.from(bytes));
    expect(existsSync(at(FILE))).toBe(false);
    expect(store.write({ notes: ['new'] })).toEqual(ok(null));
    expect(open().read()).toEqual({ notes: ['new'] });
    expect(readFileSync(at(ASIDE))).toEqual(Buffer.from(bytes));
  });

  it.each(DAMAGED)('restores the previous generation over %s', (_name, bytes) => {
    put(FILE, bytes);
    put(PREVIOUS, stored(['before']));
    const store = open();
    expect(store.condition).toEqual({ kind: 'restored', quarantinedAs: ASIDE });
    expect(store.read()).toEqual({ notes: ['before'] });
    expect(readFileSync(at(ASIDE))).toEqual(Buffer.from(bytes));
    expect(open().condition).toEqual({ kind: 'read' });
  });

  it('restores the previous generation where the file is missing', () => {
    put(PREVIOUS, stored(['before']));
    const store = open();
    expect(store.condition).toEqual({ kind: 'read' });
    expect(store.read()).toEqual({ notes: ['before'] });
  });

  it('does not restore a previous generation that is damaged too', () => {
    put(FILE, '');
    put(PREVIOUS, stored(['before']).slice(0, 12));
    expect(open().condition).toEqual({ kind: 'lost', quarantinedAs: ASIDE });
  });

  it('leaves a file of a later version alone, to the byte', () => {
    const later = '{"version": 2,\n "document": {"pages": [1]}}';
    put(FILE, later);
    put(PREVIOUS, stored(['before']));
    const store = open();
    expect(store.condition).toEqual({ kind: 'newer', version: 2 });
    expect(store.read()).toEqual(empty);
    expect(store.write({ notes: ['mine'] })).toEqual(fail({ kind: 'storage', cause: 'newer' }));
    store.forgetCopies();
    expect(textOf(FILE)).toBe(later);
    expect(textOf(PREVIOUS)).toBe(stored(['before']));
    expect(readdirSync(folder).toSorted()).toEqual([FILE, PREVIOUS].toSorted());
  });

  it.each(['EACCES', 'EBUSY', 'EIO', 'EPERM'])(
    'leaves a file that cannot be read now (%s) where it is and does not write over it',
    (code) => {
      put(FILE, stored(['kept']));
      put(PREVIOUS, stored(['before']));
      disk.refusesReading = { path: at(FILE), code };
      const store = open();
      expect(store.condition).toEqual({ kind: 'locked' });
      expect(store.read()).toEqual(empty);
      expect(store.write({ notes: ['mine'] })).toEqual(readOnly);
      expect(store.forgetCopies()).toEqual(readOnly);
      disk.refusesReading = null;
      expect(textOf(FILE)).toBe(stored(['kept']));
      expect(open().read()).toEqual({ notes: ['kept'] });
    },
  );

  it.each(['EACCES', 'EROFS'])(
    'starts where a damaged file cannot be moved aside (%s), and leaves it',
    (code) => {
      put(FILE, 'damaged');
      disk.refusesRenaming = { to: ASIDE, code };
      const store = open();
      expect(store.condition).toEqual({ kind: 'locked' });
      expect(store.read()).toEqual(empty);
      expect(store.write({ notes: ['mine'] })).toEqual(readOnly);
      expect(textOf(FILE)).toBe('damaged');
    },
  );

  it('reads the previous generation even where it cannot be put back', () => {
    put(FILE, 'damaged');
    put(PREVIOUS, stored(['before']));
    disk.refusesRenaming = { to: FILE, code: 'EPERM' };
    const store = open();
    expect(store.condition).toEqual({ kind: 'restored', quarantinedAs: ASIDE });
    expect(store.read()).toEqual({ notes: ['before'] });
    disk.refusesRenaming = null;
    expect(open().read()).toEqual({ notes: ['before'] });
  });

  it('moves a folder of that name aside', () => {
    mkdirSync(at(FILE));
    expect(open().condition).toEqual({ kind: 'lost', quarantinedAs: ASIDE });
  });
});

describe('writing', () => {
  it('keeps the generation before', () => {
    const store = open();
    store.write({ notes: ['one'] });
    store.write({ notes: ['two'] });
    expect(JSON.parse(textOf(FILE))).toEqual(JSON.parse(stored(['two'])));
    expect(JSON.parse(textOf(PREVIOUS))).toEqual(JSON.parse(stored(['one'])));
    expect(readdirSync(folder).toSorted()).toEqual([FILE, PREVIOUS].toSorted());
  });

  it('refuses what it could not read again', () => {
    const wrong: unknown = { notes: [7] };
    expect(open().write(wrong as Notes)).toEqual(fail({ kind: 'internal' }));
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('lets nobody else read the file', () => {
    const store = open();
    store.write({ notes: ['one'] });
    store.write({ notes: ['two'] });
    expect(statSync(at(FILE)).mode & 0o077).toBe(0);
    expect(statSync(at(PREVIOUS)).mode & 0o077).toBe(0);
  });

  it.each([0, 1, 10, 40])('undoes and reports a write that was cut at byte %d', (cutAt) => {
    const store = open();
    store.write({ notes: ['one'] });
    store.write({ notes: ['two'] });
    disk.cutAt = cutAt;
    expect(store.write({ notes: ['three'] })).toEqual(full);
    expect(store.read()).toEqual({ notes: ['two'] });
    expect(open().read()).toEqual({ notes: ['two'] });
    disk.cutAt = null;
    expect(store.write({ notes: ['four'] })).toEqual(ok(null));
    expect(open().read()).toEqual({ notes: ['four'] });
  });

  it('leaves nothing behind of a first write that was cut', () => {
    const store = open();
    disk.cutAt = 10;
    expect(store.write({ notes: ['one'] })).toEqual(full);
    disk.cutAt = null;
    expect(open().condition).toEqual({ kind: 'fresh' });
    expect(store.write({ notes: ['one'] })).toEqual(ok(null));
  });

  it('does not fall back a generation where the disk has no room for the copy', () => {
    const store = open();
    store.write({ notes: ['one'] });
    store.write({ notes: ['two'] });
    disk.refusesCopies = { to: '.half', code: 'ENOSPC' };
    expect(store.write({ notes: ['three'] })).toEqual(full);
    disk.refusesCopies = null;
    expect(store.read()).toEqual({ notes: ['two'] });
    expect(open().read()).toEqual({ notes: ['two'] });
  });

  it('puts the present generation back with no room for another copy', () => {
    const store = open();
    store.write({ notes: ['one'] });
    store.write({ notes: ['two'] });
    disk.cutAt = 10;
    disk.refusesCopies = { to: FILE, code: 'ENOSPC' };
    expect(store.write({ notes: ['three'] })).toEqual(full);
    expect(JSON.parse(textOf(FILE))).toEqual(JSON.parse(stored(['two'])));
  });

  it.each([
    ['ENOSPC', full],
    ['EDQUOT', full],
    ['EROFS', readOnly],
    ['EACCES', readOnly],
    ['EPERM', readOnly],
  ])('names the refusal %s', (code, expected) => {
    const store = open();
    store.write({ notes: ['one'] });
    disk.refusesWrites = code;
    expect(store.write({ notes: ['two'] })).toEqual(expected);
    expect(store.read()).toEqual({ notes: ['one'] });
    disk.refusesWrites = null;
    expect(open().read()).toEqual({ notes: ['one'] });
  });

  it('writes again after the file was damaged from outside, and keeps those bytes too', () => {
    const store = open();
    for (const notes of [['one'], ['two']]) {
      put(FILE, 'damaged');
      expect(store.write({ notes })).toEqual(ok(null));
      expect(textOf(ASIDE)).toBe('damaged');
      expect(open().read()).toEqual({ notes });
    }
  });

  it('does not write over a file that has become newer or locked', () => {
    const store = open();
    store.write({ notes: ['one'] });
    put(FILE, stored(['later'], 2));
    expect(store.write({ notes: ['two'] })).toEqual(fail({ kind: 'storage', cause: 'newer' }));
    disk.refusesReading = { path: at(FILE), code: 'EBUSY' };
    expect(store.write({ notes: ['two'] })).toEqual(readOnly);
    disk.refusesReading = null;
    expect(textOf(FILE)).toBe(stored(['later'], 2));
  });

  it('flushes the copy, its name, the file and its name', () => {
    const store = open();
    store.write({ notes: ['one'] });
    disk.flushes = 0;
    store.write({ notes: ['two'] });
    expect(disk.flushes).toBe(4);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'reports a folder that may not be written',
    () => {
      const store = open();
      chmodSync(folder, 0o500);
      expect(store.write({ notes: ['one'] })).toEqual(readOnly);
      chmodSync(folder, 0o700);
    },
  );
});

describe('erase', () => {
  it('leaves nothing of its own, and the store can be used again', () => {
    put(FILE, 'damaged');
    const store = open();
    store.write({ notes: ['one'] });
    store.write({ notes: ['two'] });
    put('notes-of-others.json', 'not ours');
    expect(store.erase()).toEqual(ok(null));
    expect(readdirSync(folder)).toEqual(['notes-of-others.json']);
    expect(store.read()).toEqual(empty);
    expect(store.write({ notes: ['three'] })).toEqual(ok(null));
    expect(open().read()).toEqual({ notes: ['three'] });
  });

  it('needs no room on a full disk', () => {
    const store = open();
    store.write({ notes: ['one'] });
    disk.refusesWrites = 'ENOSPC';
    disk.refusesCopies = { to: '.half', code: 'ENOSPC' };
    expect(store.erase()).toEqual(ok(null));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('removes what a newer Perch wrote, and reports what stays', () => {
    put(FILE, stored(['later'], 2));
    const store = open();
    disk.refusesRemoving = 'EPERM';
    expect(store.erase()).toEqual(readOnly);
    disk.refusesRemoving = null;
    expect(store.erase()).toEqual(ok(null));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('forgetCopies', () => {
  it('leaves the present generation and nothing else of its own', () => {
    put(FILE, 'damaged');
    const store = open();
    store.write({ notes: ['one'] });
    store.write({ notes: ['two'] });
    put(`${PREVIOUS}.half`, stored(['half']));
    put(`${FILE}.tmp-1790000000abcdef`, stored(['left by a writer that was killed']));
    put('notes-of-others.json', 'not ours');
    put('settings.json', 'not ours');
    expect(store.forgetCopies()).toEqual(ok(null));
    expect(readdirSync(folder).toSorted()).toEqual(['notes-of-others.json', FILE, 'settings.json']);
    expect(open().read()).toEqual({ notes: ['two'] });
  });

  it('reports a copy that stays', () => {
    const store = open();
    store.write({ notes: ['one'] });
    store.write({ notes: ['two'] });
    disk.refusesRemoving = 'EPERM';
    expect(store.forgetCopies()).toEqual(readOnly);
    disk.refusesRemoving = null;
  });

  it('is content where there is nothing', () => {
    expect(open().forgetCopies()).toEqual(ok(null));
  });
});
