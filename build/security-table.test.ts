import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/* SECURITY.md says which test shows which requirement: what it names has to be there. */

const ROOT = resolve(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

/** `a/{b,c}.test.ts` as the files that it stands for. */
function filesOf(pattern: string): readonly string[] {
  const [, before = '', inner, after = ''] = /^(.*)\{(.*)\}(.*)$/u.exec(pattern) ?? [];
  if (inner === undefined) return [pattern];
  return inner.split(',').map((one) => before + one + after);
}

/** The table's rows by the requirement's id, each with the files of its last cell. */
const rows = new Map(
  [...text.matchAll(/^\| ([A-Z]\d+) +\| .* \| (.*) \|$/gmu)].map(([, id = '', cell = '']) => [
    id,
    [...cell.matchAll(/`([^`]+)`/gu)].flatMap(([, pattern = '']) => filesOf(pattern)),
  ]),
);

const numbered = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_none, index) => `${letter}${index + 1}`);

describe('the table in SECURITY.md', () => {
  test.each([...numbered('O', 14), ...numbered('T', 6), 'S6'])('has a test for %s', (id) => {
    expect(rows.get(id)?.length).toBeGreaterThan(0);
  });

  test.each([...rows])('%s names tests that are there', (_id, files) => {
    expect(files.filter((file) => !/\.(?:test|spec)\.ts$/u.test(file))).toEqual([]);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  test('and the rest of the page name no file that is not there', () => {
    const named = [...text.matchAll(/`((?:electron|renderer|build|tests)\/[^`]+)`/gu)].flatMap(
      ([, pattern = '']) => filesOf(pattern),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});
