import type { MenuItem } from '../menu/menu-item.ts';
import type { ShownTray, TrayPlace } from '../menu/tray.ts';
import { publishMenu } from './dbus-menu.ts';
import { ROOT_ID } from './menu-layout.ts';
import { NOTIFIER_ITEM_PATH, notifierItem } from './notifier-item.ts';
import { connectToBus, type SessionBus } from './session-bus.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';

export interface TrayDesktopOptions {
  /** The session bus's address; undefined or empty where there is none. */
  readonly busAddress: string | undefined;
  readonly appName: () => string;
  /** What a person's click on a menu's item does. */
  readonly click: (item: MenuItem) => void;
  /** Says why an icon is not there; called once at most. */
  readonly warn: (message: string) => void;
}

/**
 * Shows trays on the desktop, each over a connection of its own, as StatusNotifierItems. Whatever
 * happens on the bus, the tray object works on; without a bus nothing is done at all. A watcher that
 * comes later, or comes back, is told of every tray.
 */
export function createTrayDesktop(options: TrayDesktopOptions): (tray: ShownTray) => TrayPlace {
  let count = 0;
  let hasWarned = false;
  const { busAddress } = options;
  const warn = (error: unknown): void => {
    if (hasWarned) return;
    hasWarned = true;
    const reason = error instanceof Error ? error.message : String(error);
    options.warn(`A tray icon could not be shown on the desktop: ${reason}`);
  };

  return (tray) => {
    if (busAddress === undefined || busAddress === '') return NO_PLACE;
    count += 1;
    return placeOnBus(tray, { ...options, busAddress, number: count, warn });
  };
}

/** Tells the desktop what changed. */
type Signals = Omit<TrayPlace, 'remove'>;

const NO_SIGNALS: Signals = {
  iconChanged: () => undefined,
  toolTipChanged: () => undefined,
  menuChanged: () => undefined,
};
const NO_PLACE: TrayPlace = { ...NO_SIGNALS, remove: () => undefined };

interface PlaceOptions {
  readonly busAddress: string;
  readonly appName: () => string;
  readonly click: (item: MenuItem) => void;
  readonly warn: (error: unknown) => void;
  /** Which of the app's trays this is, from 1. */
  readonly number: number;
}

function placeOnBus(tray: ShownTray, options: PlaceOptions): TrayPlace {
  let signals: Signals = NO_SIGNALS;
  let bus: SessionBus | null = null;
  let isRemoved = false;
  const warn = (error: unknown): void => {
    if (!isRemoved) options.warn(error);
  };

  const begin = async (): Promise<void> => {
    if (isRemoved) return;
    const connected = await connectToBus(options.busAddress);
    // The app may have taken the tray away meanwhile.
    if (isRemoved) {
      connected.close();
      return;
    }
    bus = connected;
    signals = serveTray(tray, connected, options);
    await register(connected, options.number, warn);
  };
  // Not before the app's own work of this turn is done: a tray is often made while the app starts.
  setImmediate(() => {
    begin().catch((error: unknown) => {
      signals = NO_SIGNALS;
      bus?.close();
      warn(error);
    });
  });

  return {
    iconChanged: () => signals.iconChanged(),
    toolTipChanged: () => signals.toolTipChanged(),
    menuChanged: () => signals.menuChanged(),
    remove: () => {
      isRemoved = true;
      signals = NO_SIGNALS;
      bus?.close();
    },
  };
}

/** Puts the item and its menu onto the bus. */
function serveTray(tray: ShownTray, bus: SessionBus, options: PlaceOptions): Signals {
  const { number, appName, click } = options;
  // A handler's error is the app's, not the answer to the desktop.
  const later = (act: () => void): void => void setImmediate(act);
  const menuPath = `/com/canonical/dbusmenu/${number}`;
  const id = `${appName()}_status_icon_${number}`;
  const menu = publishMenu(tray.menu(), (item) => later(() => click(item)));
  const emitOfMenu = bus.serve(menuPath, menu.definition);
  const emitOfItem = bus.serve(NOTIFIER_ITEM_PATH, notifierItem(tray, { id, menuPath, later }));
  const menuChanged = (): void => emitOfMenu('LayoutUpdated', menu.replace(tray.menu()), ROOT_ID);
  return {
    iconChanged: () => emitOfItem('NewIcon'),
    menuChanged,
    toolTipChanged: () => {
      // Electron publishes the menu anew here, too.
      menuChanged();
      emitOfItem('NewToolTip');
    },
  };
}

/** Makes the item known to the watcher, and to every later one. */
async function register(
  bus: SessionBus,
  number: number,
  warn: (error: unknown) => void,
): Promise<void> {
  const service = await bus.own(`org.freedesktop.StatusNotifierItem-${process.pid}-${number}`);
  const message = {
    destination: WATCHER,
    path: '/StatusNotifierWatcher',
    interface: WATCHER,
    member: 'RegisterStatusNotifierItem',
    signature: 's',
    body: [service],
  };
  await bus.followOwner(WATCHER, (owner) => {
    if (owner !== '') bus.call(message).catch(warn);
  });
}
