import { BrowserWindow, nativeTheme, type Session } from 'electron';
import type { ScreenName } from '../contract/app.ts';
import { EVENTS } from '../contract/channels.ts';
import { APP_PAGE } from './app-protocol.ts';

export interface MainWindow {
  /** Shows the window, making it first where it was closed, and on it a screen if one is named. */
  show(screen?: ScreenName): void;
  /** Called by a page that is listening from now on; the screen it should show, if one was named before. */
  takeScreen(): ScreenName | null;
  hide(): void;
  isVisible(): boolean;
  /** Whether a message from this WebContents comes from the window. */
  owns(webContentsId: number): boolean;
  /** Sends an event to the page, if there is one. */
  send(channel: string, payload: unknown): void;
}

export interface MainWindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly session: Session;
  /** Whether closing only hides the window; asked at each close. */
  readonly staysInTray: () => boolean;
  readonly onVisibility: () => void;
  readonly onShown: () => void;
}

/** The colours of the page's background, so that no white flashes before it is painted. */
const BACKGROUND = { light: '#fbfbfa', dark: '#16171a' } as const;

/** Perch's one window: made hidden, shown when its first frame is ready, hidden into the tray on close. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  let isListening = false;
  let awaited: ScreenName | null = null;

  const open = (): BrowserWindow => {
    const opened = new BrowserWindow({
      width: 900,
      height: 640,
      minWidth: 720,
      minHeight: 520,
      show: false,
      title: 'Perch',
      icon: options.icon,
      backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
      webPreferences: {
        preload: options.preload,
        session: options.session,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        safeDialogs: true,
      },
    });
    opened.once('ready-to-show', () => opened.show());
    opened.on('close', (event) => {
      if (!options.staysInTray()) return;
      event.preventDefault();
      opened.hide();
    });
    opened.on('show', () => {
      options.onVisibility();
      options.onShown();
    });
    opened.on('hide', options.onVisibility);
    opened.on('closed', () => {
      if (window === opened) {
        window = null;
        isListening = false;
      }
      options.onVisibility();
    });
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      // A page that never came up would only crash again; one that was in use comes back.
      const comesBack = isListening && opened.isVisible() && reason !== 'clean-exit';
      isListening = false;
      // The new window first: with no window left the app may quit.
      window = comesBack ? open() : null;
      opened.destroy();
    });
    // A page that was loaded anew has to ask again for what it missed.
    opened.webContents.on('did-navigate', () => {
      isListening = false;
    });
    // A load that fails shows Chromium's own message; there is nothing to do about it here.
    opened.loadURL(APP_PAGE).catch(() => undefined);
    return opened;
  };

  return {
    show(screen) {
      if (screen !== undefined) {
        if (isListening) window?.webContents.send(EVENTS.shell.showScreen, screen);
        else awaited = screen;
      }
      if (window === null) {
        window = open();
      } else {
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      }
    },
    takeScreen() {
      isListening = true;
      const screen = awaited;
      awaited = null;
      return screen;
    },
    hide: () => window?.hide(),
    isVisible: () => window?.isVisible() ?? false,
    owns: (webContentsId) => window?.webContents.id === webContentsId,
    send: (channel, payload) => window?.webContents.send(channel, payload),
  };
}
