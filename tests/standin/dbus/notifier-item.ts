import type { InterfaceDefinition } from 'dbus-native';
import { toArgb } from '../image/bitmap.ts';
import type { ShownTray } from '../menu/tray.ts';

export const NOTIFIER_ITEM = 'org.kde.StatusNotifierItem';
/** Where every host looks for an item. */
export const NOTIFIER_ITEM_PATH = '/StatusNotifierItem';

export interface NotifierItemOptions {
  /** Tells the app's items apart from all others. */
  readonly id: string;
  /** The object that has the menu. */
  readonly menuPath: string;
  /** Runs what the app does about a click, after the answer. */
  readonly later: (act: () => void) => void;
}

/**
 * A tray as `org.kde.StatusNotifierItem`, with the values that Chromium gives one for Electron
 * (`status_icon_linux_dbus.cc`): no title, always active, a left click of its own beside the menu. A
 * second way to activate is the same as the first; scrolling is ignored.
 */
export function notifierItem(tray: ShownTray, options: NotifierItemOptions): InterfaceDefinition {
  const text = (value: string) => ({ type: 's', access: 'read', value }) as const;
  const noPixmaps = { type: 'a(iiay)', access: 'read', value: [] } as const;
  const at = { x: 'i', y: 'i' };
  const activate = (): null => {
    options.later(tray.activate);
    return null;
  };
  return {
    name: NOTIFIER_ITEM,
    properties: {
      Category: text('ApplicationStatus'),
      Id: text(options.id),
      Title: text(''),
      Status: text('Active'),
      WindowId: { type: 'i', access: 'read', value: 0 },
      IconThemePath: text(''),
      IconName: text(''),
      IconPixmap: {
        type: 'a(iiay)',
        access: 'read',
        get: () => {
          const icon = tray.icon();
          return icon === null ? [] : [[icon.width, icon.height, toArgb(icon)]];
        },
      },
      OverlayIconName: text(''),
      OverlayIconPixmap: noPixmaps,
      AttentionIconName: text(''),
      AttentionIconPixmap: noPixmaps,
      AttentionMovieName: text(''),
      ToolTip: { type: '(sa(iiay)ss)', access: 'read', get: () => ['', [], tray.toolTip(), ''] },
      ItemIsMenu: { type: 'b', access: 'read', value: false },
      Menu: { type: 'o', access: 'read', value: options.menuPath },
    },
    methods: {
      Activate: { in: at, handler: activate },
      SecondaryActivate: { in: at, handler: activate },
      ContextMenu: {
        in: at,
        handler: (place: { x: number; y: number }) => {
          options.later(() => tray.openMenu(place));
          return null;
        },
      },
      Scroll: { in: { delta: 'i', orientation: 's' }, handler: () => null },
    },
    signals: {
      NewTitle: {},
      NewIcon: {},
      NewAttentionIcon: {},
      NewOverlayIcon: {},
      NewToolTip: {},
      NewStatus: { args: { status: 's' } },
    },
  };
}
