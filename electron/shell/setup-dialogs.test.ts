import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fail, ok } from '../contract/errors.ts';
import { createSetupDialogs } from './setup-dialogs.ts';

const folder = mkdtempSync(join(tmpdir(), 'setup-dialogs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CANCELLED = fail({ kind: 'cancelled' });

const choosing = (path: string | null) =>
  createSetupDialogs({
    showOpenDialog: async () => ({
      canceled: path === null,
      filePaths: path === null ? [] : [path],
    }),
    showSaveDialog: async () => ({ canceled: path === null, filePath: path ?? '' }),
  });

describe('saving', () => {
  it('writes the text where the person says, for them alone', async () => {
    const path = join(folder, 'team.perch-setup');
    expect(await choosing(path).save('text')).toEqual(ok(null));
    expect(readFileSync(path, 'utf8')).toBe('text');
    expect(statSync(path).mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0);
  });

  it('says where it was cancelled or cannot be written', async () => {
    expect(await choosing(null).save('text')).toEqual(CANCELLED);
    const result = await choosing(join(folder, 'missing', 'file')).save('text');
    expect(result).toMatchObject({ ok: false, error: { kind: 'storage' } });
  });
});

describe('opening', () => {
  it('reads the whole file', async () => {
    const path = join(folder, 'given.perch-setup');
    writeFileSync(path, 'K\u00e4se');
    expect(await choosing(path).open()).toEqual(ok('K\u00e4se'));
    expect(await choosing(null).open()).toEqual(CANCELLED);
  });

  it('reads no more of a long file than shows that it is too long', async () => {
    const path = join(folder, 'long');
    writeFileSync(path, 'x'.repeat(10_000_000));
    expect(await choosing(path).open()).toEqual(ok('x'.repeat(64 * 1024 + 1)));
  });

  it('refuses what is no file or not there', async () => {
    const invalid = { ok: false, error: { kind: 'invalid', field: 'file' } };
    expect(await choosing(folder).open()).toMatchObject(invalid);
    expect(await choosing(join(folder, 'none')).open()).toMatchObject(invalid);
  });
});
