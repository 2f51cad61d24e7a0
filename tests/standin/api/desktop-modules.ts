import { createClipboard } from './clipboard.ts';
import { ClipboardItem } from './clipboard-item.ts';
import { createCrashReporter } from './crash-reporter.ts';
import { createDialog } from './dialog.ts';
import { Dialogs, type DialogControl } from './dialogs.ts';
import { createGlobalShortcut, type ShortcutControl } from './global-shortcut.ts';
import { NativeTheme, type AppearanceControl, type ColorScheme } from './native-theme.ts';
import { createNotificationClass, type NotificationControl } from './notification.ts';
import { createPowerMonitor, type PowerControl } from './power-monitor.ts';
import { createPowerSaveBlocker } from './power-save-blocker.ts';
import { createScreen, type ScreenControl } from './screen.ts';
import { createSystemPreferences } from './system-preferences.ts';

/** What a person and the desktop do, where a test does it in their place. */
export interface DesktopControl {
  /** Dialogs that the app shows, and the answers to them. */
  readonly dialogs: DialogControl;
  readonly notifications: NotificationControl;
  readonly shortcuts: ShortcutControl;
  readonly power: PowerControl;
  readonly screen: ScreenControl;
  /** The desktop's own looks, which `nativeTheme` follows. */
  readonly appearance: AppearanceControl;
}

export interface DesktopHost {
  readonly isReady: () => boolean;
  readonly colorScheme: ColorScheme;
}

/** The modules that speak to the desktop and, here, to nobody but the control object. */
export function createDesktopModules({ isReady, colorScheme }: DesktopHost) {
  const dialogs = new Dialogs();
  const notifications = createNotificationClass(isReady);
  const shortcuts = createGlobalShortcut(isReady);
  const power = createPowerMonitor();
  const screen = createScreen(isReady);
  const nativeTheme = new NativeTheme(colorScheme);
  const appearance = nativeTheme.createControl();
  const control: DesktopControl = {
    dialogs,
    notifications: notifications.control,
    shortcuts: shortcuts.control,
    power: power.control,
    screen: screen.control,
    appearance,
  };
  const modules = {
    clipboard: createClipboard(),
    ClipboardItem,
    crashReporter: createCrashReporter(),
    dialog: createDialog({
      isReady,
      dialogs,
      writeError: (text) => void process.stderr.write(text),
    }),
    globalShortcut: shortcuts.globalShortcut,
    nativeTheme,
    Notification: notifications.Notification,
    powerMonitor: power.powerMonitor,
    powerSaveBlocker: createPowerSaveBlocker(),
    screen: screen.screen,
    systemPreferences: createSystemPreferences(appearance),
  };
  return { modules, control };
}
