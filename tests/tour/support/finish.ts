import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { TOUR } from '../tour.ts';
import { FOLDER } from './folder.ts';
import { pages } from './pages.ts';
import { pictureNames } from './pictures.ts';

/** After the pictures: writes the pages that show them, and removes what stops that are gone have left. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes nothing else
export default async function finish(): Promise<void> {
  const written = pages(TOUR);
  for (const [name, text] of written) {
    const path = join(FOLDER, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const wanted = new Set([...pictureNames(TOUR), ...written.keys()]);
  const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (!wanted.has(relative(FOLDER, path).replaceAll('\\', '/'))) await rm(path);
  }
}
