import type { WebContents as ElectronWebContents } from 'electron';
import type { Browser } from '../chromium/browser.ts';
import { originOf } from './web-frame.ts';
import type { PermissionName } from './session.ts';
import type { WebContents } from './web-contents.ts';

/** Electron's permissions by Chromium's names for them. */
const PERMISSIONS: readonly (readonly [PermissionName, { name: string; sysex?: boolean }])[] = [
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['geolocation', { name: 'geolocation' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['notifications', { name: 'notifications' }],
  ['storage-access', { name: 'storage-access' }],
  ['window-management', { name: 'window-management' }],
];

/**
 * Asks the app's permission handlers, once for each navigation that the app itself starts, and
 * gives Chromium their answers. DevTools cannot ask at the moment the page does.
 */
export async function applyPermissions(
  browser: Browser,
  contents: WebContents,
  chromiumUrl: string,
  appUrl: string,
): Promise<void> {
  const { session } = contents;
  const { origin } = new URL(chromiumUrl);
  if (!session.decidesPermissions || origin === 'null') return;
  const appOrigin = originOf(appUrl);
  const context = await session.pages.context();
  const place = context === undefined ? {} : { browserContextId: context };
  const asElectron = contents as unknown as ElectronWebContents;
  await Promise.all(
    PERMISSIONS.map(async ([name, permission]) => {
      const granted = await session.decidePermission(asElectron, name, appOrigin);
      const setting = granted ? 'granted' : 'denied';
      // A Chromium that does not know a permission cannot give it away either.
      await browser
        .send('Browser.setPermission', { ...place, permission, origin, setting })
        .catch(() => undefined);
    }),
  );
}
