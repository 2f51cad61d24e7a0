import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Chunk } from './bundles.ts';
import type { Figure } from './figure.ts';
import { closure, filesOfPage } from './first-load.ts';
import { group, type Stage } from './group.ts';
import { launch, withUserData } from './launched-app.ts';

const KB = 1000;

const size = (name: string, budget: number | null): Figure => ({
  name,
  kind: 'size',
  unit: 'KB',
  budget,
});

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** The chunks of main that a run of the app loaded before it made its window. */
async function chunksBeforeWindow({ stage }: { readonly stage: Stage }): Promise<readonly Chunk[]> {
  const { marks } = await withUserData(async (userData) => {
    const app = await launch(stage, { userData, env: { PERCH_BENCH_TRACE: '1' } });
    await app.quit();
    return app;
  });
  const folder = join(stage.root, 'out/main');
  const loaded = marks.loaded.map((url) => relative(folder, fileURLToPath(url)));
  const chunks = stage.bundles.main.filter(({ file }) => loaded.includes(file));
  if (chunks.length === 0) throw new Error('No chunk of main was seen to load before the window.');
  return chunks;
}

/** What main loads before its first window, as seen in a run. */
export const MAIN_SIZES = group({
  figures: {
    all: size('main: JS before the first window', 450),
    own: size('main: our own JS before the first window', 120),
    lazy: size('main: JS loaded later', null),
  },
  async measure(stage) {
    const before = await chunksBeforeWindow({ stage });
    const bytes = sum(before.map((chunk) => chunk.bytes));
    return {
      all: bytes / KB,
      own: sum(before.map((chunk) => chunk.ownBytes)) / KB,
      lazy: (sum(stage.bundles.main.map((chunk) => chunk.bytes)) - bytes) / KB,
    };
  },
});

/** What the preload holds, and what the page loads first and later. */
export const PAGE_SIZES = group({
  figures: {
    preload: size('preload: JS', 10),
    scripts: size('renderer: first load, JS gzipped', 150),
    styles: size('renderer: first load, CSS gzipped', 15),
    lazy: size('renderer: JS loaded later, gzipped', null),
    files: {
      name: 'renderer: first load, JS files',
      kind: 'count',
      unit: 'files',
      budget: null,
    },
  },
  async measure({ root, bundles }) {
    const folder = join(root, 'out/renderer');
    const chunks = new Map(bundles.renderer.map((chunk) => [chunk.file, chunk]));
    const gzipped = (file: string): number => gzipSync(readFileSync(join(folder, file))).length;
    const page = filesOfPage(readFileSync(join(folder, 'index.html'), 'utf8'));
    const first = closure(page.scripts, (file) => chunks.get(file)?.imports);
    const later = [...chunks.keys()].filter((file) => !first.has(file));
    return {
      preload: sum(bundles.preload.map(({ bytes }) => bytes)) / KB,
      scripts: sum([...first].map(gzipped)) / KB,
      styles: sum(page.styles.map(gzipped)) / KB,
      lazy: sum(later.map(gzipped)) / KB,
      files: first.size,
    };
  },
});
