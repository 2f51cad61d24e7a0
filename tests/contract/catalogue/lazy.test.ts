import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ELECTRON = resolve(import.meta.dirname, '../../../electron');

/** What an import of values names; types leave nothing in the bundle, and `import()` a chunk of its own. */
const STATIC_IMPORT = /^(?:import|export)(?! type\b)[^;]*?from '(\.[^']+)'/gmu;

/** Every file of ours that is in one chunk with a file. */
function chunkOf(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  for (const [, source = ''] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT))
    chunkOf(resolve(dirname(file), source), found);
  return found;
}

test.each(['main.ts', 'preload.ts', 'mock-server/index.ts'])(
  'the catalogue is not in the chunk of %s',
  (root) => {
    const chunk = chunkOf(resolve(ELECTRON, root));
    expect(chunk).toContain(resolve(ELECTRON, root));
    expect(chunk).not.toContain(resolve(ELECTRON, 'clickup/catalogue/catalogue.ts'));
  },
);

test('an import of values is followed, however it is written', () => {
  const chunk = chunkOf(resolve(ELECTRON, 'clickup/catalogue/catalogue.ts'));
  expect(chunk).toContain(resolve(ELECTRON, 'clickup/catalogue/view-body.ts'));
  expect(chunk).not.toContain(resolve(ELECTRON, 'contract/operations.ts'));
  expect(chunkOf(resolve(ELECTRON, 'main.ts')).size).toBeGreaterThan(50);
});
