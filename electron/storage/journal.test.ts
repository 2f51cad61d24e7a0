import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyText } from '../any-text.test-support.ts';
import { openJournal } from './journal.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perch-journal-'));
  path = join(folder, 'captures.journal');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reopened = () => {
  const journal = openJournal(path);
  journal.close();
  return journal.content;
};

const written = (...entries: readonly unknown[]): void => {
  const journal = openJournal(path);
  for (const entry of entries) expect(journal.append(entry)).toEqual({ ok: true, value: null });
  journal.close();
};

describe('a journal', () => {
  it('begins empty and gives back what was appended', () => {
    expect(reopened()).toEqual({ entries: [], damaged: 0 });
    written({ title: 'one' }, ['two\nlines', 'ü 😀'], null);
    expect(reopened().entries).toEqual([{ title: 'one' }, ['two\nlines', 'ü 😀'], null]);
  });

  it('goes on where an earlier run ended', () => {
    written('one');
    written('two');
    expect(reopened()).toEqual({ entries: ['one', 'two'], damaged: 0 });
  });

  it('can begin anew', () => {
    const journal = openJournal(path);
    journal.append('sent long ago');
    expect(journal.replace(['still waiting'])).toEqual({ ok: true, value: null });
    journal.append('new');
    journal.close();
    expect(reopened().entries).toEqual(['still waiting', 'new']);
    expect(readdirSync(folder)).toEqual(['captures.journal']);
  });

  it('stays as it was where it cannot begin anew', () => {
    const journal = openJournal(path);
    journal.append('one');
    mkdirSync(`${path}.half`);
    expect(journal.replace([])).toMatchObject({ ok: false, error: { kind: 'storage' } });
    journal.append('two');
    journal.close();
    expect(reopened().entries).toEqual(['one', 'two']);
  });

  it('tells where nothing can be appended', () => {
    mkdirSync(path);
    const journal = openJournal(path);
    expect(journal.content).toEqual({ entries: [], damaged: 1 });
    expect(journal.append('one')).toMatchObject({ ok: false, error: { kind: 'storage' } });
  });

  it('loses a line that was cut off, and no line after it', () => {
    written('one', 'two');
    const whole = readFileSync(path);
    for (let length = 0; length < whole.byteLength; length += 1) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      const kept = reopened();
      written('three');
      expect(kept.damaged).toBe(0);
      expect(reopened().entries).toEqual([...kept.entries, 'three']);
    }
  });

  it('leaves out a line whose bytes have changed, and says so', () => {
    written('one', 'two', 'three');
    writeFileSync(path, readFileSync(path, 'utf8').replace('two', 'too'));
    expect(reopened()).toEqual({ entries: ['one', 'three'], damaged: 1 });
  });

  it('never throws, whatever stands in the file', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.uint8Array().map((bytes) => Buffer.from(bytes)),
        ),
        (noise) => {
          rmSync(path, { force: true });
          written('before');
          appendFileSync(path, noise);
          written('after');
          const { entries } = reopened();
          expect([entries[0], entries.at(-1)]).toEqual(['before', 'after']);
        },
      ),
      { numRuns: 150 },
    );
  });
});
