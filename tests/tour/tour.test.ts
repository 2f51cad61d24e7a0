import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from './support/pages.ts';
import { pictureNames } from './support/pictures.ts';
import { TOUR } from './tour.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PICTURES = join(ROOT, 'docs/tour');

const foldersIn = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

describe('the tour', () => {
  it('stops at every screen', () => {
    const visited = TOUR.filter(({ stops }) => stops.length > 0).map(({ name }) => name);
    expect(visited).toEqual(expect.arrayContaining([...foldersIn(join(ROOT, 'renderer/screens'))]));
  });

  it('names each picture once', () => {
    const names = pictureNames(TOUR);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has been run since its list was changed: docs/tour holds what it names and nothing else', () => {
    const written = pages(TOUR);
    const found = readdirSync(PICTURES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(PICTURES, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    expect(found.sort()).toEqual([...pictureNames(TOUR), ...written.keys()].sort());
    for (const [name, text] of written)
      expect([name, readFileSync(join(PICTURES, name), 'utf8')]).toEqual([name, text]);
  });
});
