import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readSurface } from './read-declarations.ts';

/*
 * Writes electron-surface.ts from the installed Electron's declarations:
 *   node tests/standin/surface/generate.ts && oxfmt tests/standin/surface
 */
const manifest = createRequire(import.meta.url).resolve('electron/package.json');
const declarations = readFileSync(join(dirname(manifest), 'electron.d.ts'), 'utf8');
const surface = readSurface(declarations);

const words = (names: readonly string[]): string => `list('${names.join(' ')}')`;
const types = Object.entries(surface.types).map(
  ([name, { emitter, methods, properties, staticMethods }]) =>
    `${name}: { emitter: ${emitter}, methods: ${words(methods)}, ` +
    `properties: ${words(properties)}, staticMethods: ${words(staticMethods)} },`,
);
const exports = Object.entries(surface.exports).map(
  ([name, { kind, type }]) => `${name}: { kind: '${kind}', type: '${type}' },`,
);
const text = `// Generated from electron.d.ts by generate.ts; do not edit.
import type { Surface } from './read-declarations.ts';

const list = (names: string): readonly string[] => names.split(' ').filter(Boolean);

/** The names of Electron's main process, as of the installed version. */
export const ELECTRON_SURFACE = {
  exports: {
    ${exports.join('\n    ')}
  },
  types: {
    ${types.join('\n    ')}
  },
} as const satisfies Surface;
`;
writeFileSync(join(import.meta.dirname, 'electron-surface.ts'), text);
