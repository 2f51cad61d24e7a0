import { registerHooks } from 'node:module';

/** Where the module that answers `import 'electron'` finds what it exports. */
const MODULE = Symbol.for('electron-standin.module');

const SPECIFIER = /^electron(\/(main|common))?$/;
const URL_OF_MODULE = new URL('electron.cjs', import.meta.url).href;

/**
 * Makes `electron` resolve to `electron` here, for `import` and `require` alike. The names of the
 * exports stand in dead code, because that is where Node looks for a CommonJS module's named
 * exports.
 */
export function resolveElectron(electron: Readonly<Record<string, unknown>>): void {
  Object.defineProperty(globalThis, MODULE, { value: electron });
  const source =
    `module.exports = globalThis[Symbol.for(${JSON.stringify(MODULE.description)})];\n` +
    `0 && (module.exports = { ${Object.keys(electron).join(', ')} });\n`;
  registerHooks({
    resolve: (specifier, context, next) =>
      SPECIFIER.test(specifier)
        ? { url: URL_OF_MODULE, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === URL_OF_MODULE
        ? { format: 'commonjs', source, shortCircuit: true }
        : next(url, context),
  });
}
