import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_UPLOAD } from '../contract/files.ts';
import { createUploads } from './uploads.ts';

const folder = mkdtempSync(join(tmpdir(), 'perch-uploads-'));
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  writeFileSync(file('notes.txt'), 'three words here');
  writeFileSync(file('huge.bin'), '');
  truncateSync(file('huge.bin'), LARGEST_UPLOAD + 1);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const uploadsOf = (...paths: readonly (string | null)[]) => {
  const answers = [...paths];
  let made = 0;
  return createUploads({
    ask: async () => answers.shift() ?? null,
    newId: () => `id-${(made += 1)}`,
  });
};

describe('choosing a file', () => {
  it('gives a handle with the name and size, and nothing of where it lies', async () => {
    const chosen = await uploadsOf(file('notes.txt')).choose();
    expect(chosen).toEqual({ ok: true, value: { fileId: 'id-1', name: 'notes.txt', bytes: 16 } });
    expect(JSON.stringify(chosen)).not.toContain(folder);
  });

  it('gives nothing where the person cancels', async () => {
    expect(await uploadsOf(null).choose()).toEqual({ ok: true, value: null });
  });

  it.each(['huge.bin', '.', 'missing.txt'])('refuses %s', async (name) => {
    const chosen = await uploadsOf(file(name)).choose();
    expect(chosen).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'file' } });
    expect(JSON.stringify(chosen)).not.toContain(folder);
  });
});

describe('taking a file', () => {
  it('works once', async () => {
    const uploads = uploadsOf(file('notes.txt'));
    await uploads.choose();
    const taken = await uploads.take('id-1');
    expect(taken.ok && [taken.value.name, await taken.value.content.text()]).toEqual([
      'notes.txt',
      'three words here',
    ]);
    expect(await uploads.take('id-1')).toEqual({ ok: false, error: { kind: 'expired' } });
  });

  it('refuses a handle that was never given', async () => {
    expect(await uploadsOf().take('../../etc/passwd')).toMatchObject({
      error: { kind: 'expired' },
    });
  });

  it('tells that the file has gone since', async () => {
    writeFileSync(file('short-lived.txt'), 'x');
    const uploads = uploadsOf(file('short-lived.txt'));
    await uploads.choose();
    rmSync(file('short-lived.txt'));
    expect(await uploads.take('id-1')).toMatchObject({ error: { kind: 'invalid', field: 'file' } });
  });

  it('refuses a file that has grown too large since', async () => {
    writeFileSync(file('growing.bin'), 'x');
    const uploads = uploadsOf(file('growing.bin'));
    await uploads.choose();
    truncateSync(file('growing.bin'), LARGEST_UPLOAD + 1);
    expect(await uploads.take('id-1')).toMatchObject({ error: { kind: 'invalid' } });
  });

  it('forgets the first of many that were chosen and never sent', async () => {
    const uploads = uploadsOf(...Array.from({ length: 9 }, () => file('notes.txt')));
    for (let count = 0; count < 9; count += 1) await uploads.choose();
    expect(await uploads.take('id-1')).toMatchObject({ error: { kind: 'expired' } });
    expect(await uploads.take('id-2')).toMatchObject({ ok: true });
  });
});
