import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ELECTRON_SURFACE } from './electron-surface.ts';
import { readSurface } from './read-declarations.ts';
import { completeModule } from './unimplemented.ts';

const manifest = createRequire(import.meta.url).resolve('electron/package.json');

describe('the list of Electron’s names', () => {
  test('is that of the installed Electron; if not, run surface/generate.ts', () => {
    const declarations = readFileSync(join(dirname(manifest), 'electron.d.ts'), 'utf8');
    expect(ELECTRON_SURFACE).toEqual(readSurface(declarations));
  });

  test('holds what everybody knows', () => {
    const { exports, types } = ELECTRON_SURFACE;
    expect(exports.dialog).toEqual({ kind: 'object', type: 'Dialog' });
    expect(types.Dialog.methods).toContain('showOpenDialog');
    expect(types.BrowserWindow.methods).toContain('setBounds');
    expect(types.App.methods).not.toContain('setActivationPolicy');
    expect(types.App.properties).not.toContain('dock');
  });
});

describe('completeModule', () => {
  test('exports every name, keeps what is given and refuses the rest by name', () => {
    const shell = { openExternal: () => 'opened' };
    const complete = completeModule({ shell }) as Record<string, Record<string, () => unknown>>;
    expect(Object.keys(complete)).toEqual(Object.keys(ELECTRON_SURFACE.exports));
    expect(complete['shell']?.['openExternal']?.()).toBe('opened');
    expect(() => complete['shell']?.['openPath']?.()).toThrow(
      'Electron stand-in: shell.openPath is not implemented',
    );
    expect(complete['shell']?.['notOfElectron']).toBeUndefined();
  });
});
