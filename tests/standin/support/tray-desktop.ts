import type { ElectronApplication } from '@playwright/test';
import { expect, type Fixtures, test as base } from './fixture-app.ts';
import { startBus } from './keyring.ts';
import { type Desktop, openDesktop, type TrayItem } from './status-notifier.ts';

export interface DesktopFixtures {
  /** A session bus of its own with this test as a client; nobody else is there. */
  readonly session: { readonly env: Record<string, string>; readonly desktop: Desktop };
}

export const test = base.extend<DesktopFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from it.
  session: async ({}, use) => {
    const { env, stop } = await startBus();
    const desktop = await openDesktop(env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
    await use({ env, desktop });
    await desktop.close();
    await stop();
  },
});

/** The fixture app with a watcher on its bus, and the one item it registered. */
export async function shown(
  launch: Fixtures['launch'],
  { env, desktop }: DesktopFixtures['session'],
): Promise<{ app: ElectronApplication; item: TrayItem }> {
  const watcher = await desktop.watch();
  const { app } = await launch({ env });
  await expect.poll(watcher.items).toHaveLength(1);
  const [service = ''] = watcher.items();
  return { app, item: await desktop.item(service) };
}

/** The tray of the fixture app, in its process. */
export type FixtureNotes = {
  readonly notes: { readonly tray: Electron.Tray; readonly events: unknown[] };
};

/** The names of what an item has announced, in order. */
export const namesSeen = (item: TrayItem) => () => item.signals.map(({ name }) => name);
