import { dirname, join, relative, resolve, sep } from 'node:path';
import { build } from 'electron-vite';
import { bytesBySource } from './bytes-by-source.ts';

/** The build's three parts, each in its folder of `out/`. */
const PARTS = ['main', 'preload', 'renderer'] as const;
export type Part = (typeof PARTS)[number];

/** One built file of JavaScript. */
export interface Chunk {
  /** Its path below the part's folder, with slashes. */
  readonly file: string;
  readonly bytes: number;
  /** The bytes of it that come from the project's own sources. */
  readonly ownBytes: number;
  /** The chunks it imports statically. */
  readonly imports: readonly string[];
}

export type Bundles = Readonly<Record<Part, readonly Chunk[]>>;

type Plugin = Extract<
  NonNullable<NonNullable<Parameters<typeof build>[0]>['plugins']>[number],
  { readonly name: string }
>;

/** Whether a source is the project's own: below its folder and not somebody's package. */
export function isOwn(root: string, source: string): boolean {
  const path = relative(root, source).split(sep);
  return path[0] !== '..' && !path.includes('node_modules');
}

/**
 * Builds the app into `out/` as ever, and tells what each file is made of. The source map that this
 * takes is left out of the result, and the code is the same without it. Rejects where the build
 * fails. The working directory has to be `root`.
 */
export async function buildAndMeasure(root: string): Promise<Bundles> {
  const bundles: Record<Part, Chunk[]> = { main: [], preload: [], renderer: [] };
  const measure: Plugin = {
    name: 'bench:measure',
    enforce: 'post',
    outputOptions: (options) => ({ ...options, sourcemap: 'hidden' }),
    generateBundle({ dir = '' }, bundle) {
      const part = PARTS.find((name) => resolve(dir) === join(root, 'out', name));
      if (part === undefined) throw new Error(`The build writes to a folder unknown here: ${dir}`);
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        const folder = dirname(join(dir, output.fileName));
        // What the bundler adds by itself has no source, and so no map.
        const bytes =
          output.map === null
            ? new Map<string, number>()
            : bytesBySource(output.code, { ...output.map, sourceRoot: '', sourcesContent: [] });
        const own = [...bytes].filter(([source]) => isOwn(root, resolve(folder, source)));
        bundles[part].push({
          file: output.fileName,
          bytes: Buffer.byteLength(output.code),
          ownBytes: own.reduce((sum, [, bytes]) => sum + bytes, 0),
          imports: output.imports.filter((file) => Object.hasOwn(bundle, file)),
        });
      }
      for (const file of Object.keys(bundle)) if (file.endsWith('.map')) delete bundle[file];
    },
  };
  await build({
    configFile: join(root, 'build/electron.vite.config.ts'),
    logLevel: 'warn',
    plugins: [measure],
  });
  return bundles;
}
