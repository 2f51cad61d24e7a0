import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { displayName } from './app-desktop-entry.ts';

let root = '';
const env = (): NodeJS.ProcessEnv => ({
  XDG_DATA_HOME: join(root, 'own'),
  XDG_DATA_DIRS: `${join(root, 'a')}:${join(root, 'b')}`,
});
const install = (path: string, text: string): void => {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'entries-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('the name is that of the entry itself, not of its actions', () => {
  install(
    'b/applications/x.desktop',
    '# A comment\n[Desktop Entry]\nType=Application\nName = An App \n\n[Desktop Action new]\nName=New\n',
  );
  expect(displayName('x.desktop', [], env())).toBe('An App');
});

test('the full name comes first, then the person’s languages', () => {
  install(
    'own/applications/x.desktop',
    '[Desktop Entry]\nName=Plain\nName[de]=Deutsch\nName[fr_CA]=Québec\n',
  );
  expect(displayName('x.desktop', ['fr-CA', 'fr', 'de'], env())).toBe('Québec');
  expect(displayName('x.desktop', ['es', 'de'], env())).toBe('Deutsch');
  install('own/applications/x.desktop', '[Desktop Entry]\nName[de]=D\nX-GNOME-FullName=Full\n');
  expect(displayName('x.desktop', ['de'], env())).toBe('Full');
});

test('the person’s own file hides the system’s, and a dash may stand for a folder', () => {
  install('a/applications/kde/x-y.desktop', '[Desktop Entry]\nName=Shared\n');
  expect(displayName('kde-x-y.desktop', [], env())).toBe('Shared');
  install('own/applications/kde-x-y.desktop', '[Desktop Entry]\nName=Own\n');
  expect(displayName('kde-x-y.desktop', [], env())).toBe('Own');
});

test('an app that is not installed has no name', () => {
  expect(displayName('absent.desktop', [], env())).toBe('');
});
