import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON, isBuiltin, registerHooks } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AsarMount } from './asar-mount.ts';

/**
 * Lets `import` and `require` find modules in an archive. A module keeps its address in the archive,
 * so that `import.meta.dirname` and `__dirname` are what they are on Electron.
 */
export function importThroughAsar(mount: AsarMount): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const { parentURL } = context;
      const parent = parentURL === undefined ? undefined : mount.urlToReal(parentURL);
      const given = specifier.startsWith('file:')
        ? mount.urlToReal(specifier)
        : mount.toReal(specifier);
      const isInside = parent !== parentURL;
      if (!isInside && given === specifier) return next(specifier, context);
      // Node resolves a require by its parent's file name, whatever the hook says of the parent.
      const isRequire = context.conditions.includes('require');
      const found =
        isRequire && isInside && parent !== undefined && !isBuiltin(given)
          ? createRequire(parent).resolve(given)
          : given;
      const resolved = next(
        found,
        parent === undefined ? context : { ...context, parentURL: parent },
      );
      return { ...resolved, url: mount.urlToArchive(resolved.url) };
    },
    load: (url, context, next) => {
      const real = mount.urlToReal(url);
      if (real === url) return next(url, context);
      const file = fileURLToPath(real);
      const format = context.format ?? formatOf(file);
      return format === undefined
        ? next(real, context)
        : { format, source: readFileSync(file), shortCircuit: true };
    },
  });
  const { dlopen } = process;
  process.dlopen = (module: object, file: string, ...flags) =>
    dlopen(module, mount.toReal(file), ...flags);
}

function formatOf(file: string): 'json' | 'module' | 'commonjs' | undefined {
  switch (extname(file)) {
    case '.json':
      return 'json';
    case '.mjs':
      return 'module';
    case '.cjs':
      return 'commonjs';
    case '.js': {
      const manifest = findPackageJSON(pathToFileURL(file).href);
      const { type } = JSON.parse(
        manifest === undefined ? '{}' : readFileSync(manifest, 'utf8'),
      ) as { type?: string };
      return type === 'module' ? 'module' : 'commonjs';
    }
    default:
      return undefined;
  }
}
