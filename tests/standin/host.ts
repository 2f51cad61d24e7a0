import { join } from 'node:path';
import { App } from './api/app.ts';
import { createBrowserWindowClass } from './api/browser-window.ts';
import { IpcMain } from './api/ipc-main.ts';
import { createNativeImageModule } from './api/native-image.ts';
import { NativeTheme } from './api/native-theme.ts';
import { createProtocolModule } from './api/protocol.ts';
import { Schemes } from './api/schemes.ts';
import { createSessionModule, Session } from './api/session.ts';
import { createShell } from './api/shell.ts';
import {
  createClipboard,
  createPowerMonitor,
  createScreen,
  SCREEN_SIZE,
} from './api/small-modules.ts';
import { WebContents } from './api/web-contents.ts';
import type { AppPackage } from './boot/app-package.ts';
import type { Switches } from './boot/switches.ts';
import { Browser } from './chromium/browser.ts';
import { createControl, type Control } from './control.ts';
import { createMenuClass } from './menu/menu.ts';
import { createMenuItemClass } from './menu/menu-item.ts';
import { createRoles } from './menu/roles.ts';
import { createTrayClass } from './menu/tray.ts';
import { createSafeStorage } from './safe-storage/safe-storage.ts';
import { findOrCreateSecret } from './safe-storage/secret-service.ts';
import { completeModule, refuseTheRestOfClass } from './surface/unimplemented.ts';

export interface HostOptions {
  readonly package: AppPackage;
  readonly switches: Switches;
  /** Chromium's program; throws when there is none. */
  readonly chromium: () => string;
  readonly versions: () => Readonly<Record<'electron' | 'chrome' | 'node', string>>;
  readonly env: NodeJS.ProcessEnv;
  /** The Node that runs this process. */
  readonly node: string;
  /** Ends the process. */
  readonly exit: (code: number) => void;
}

export interface Host {
  /** What `import 'electron'` gives. */
  readonly electron: Readonly<Record<string, unknown>>;
  readonly app: App;
  readonly control: Control;
  /** Starts Chromium. */
  start(): Promise<void>;
  /** Ends Chromium at once. */
  kill(): void;
}

/** Builds each part once and hands it what it needs. */
export function createHost({ switches, versions, env, ...options }: HostOptions): Host {
  let running: Browser | undefined;
  const browser = (): Browser => {
    if (running === undefined) throw new Error('Chromium does not run yet');
    return running;
  };

  const schemes = new Schemes();
  const ipcMain = new IpcMain();
  const byTarget = new Map<string, WebContents>();
  const byId = new Map<number, WebContents>();
  const app = new App({
    switches,
    package: options.package,
    node: options.node,
    windows: () => BrowserWindow.getAllWindows(),
    focusWindow: () => BrowserWindow.getAllWindows()[0]?.focus(),
    shutDown: async (code) => {
      await running?.close();
      options.exit(code);
    },
  });
  const isReady = (): boolean => app.hasStarted;
  const { Tray, trays } = createTrayClass(isReady);
  const { control, isOnline, intercept } = createControl(trays);

  const userAgent = (): string => {
    const { chrome, electron } = versions();
    const name = `${app.getName().replaceAll(' ', '')}/${app.getVersion()}`;
    return (
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
      `${name} Chrome/${chrome} Electron/${electron} Safari/537.36`
    );
  };
  const sessions = createSessionModule({
    schemes,
    isReady,
    isOnline,
    userAgent,
    storagePath: (partition) =>
      join(app.getPath('sessionData'), 'Partitions', partition.replace(/^persist:/, '')),
  });
  const nativeTheme = new NativeTheme(env['STANDIN_COLOR_SCHEME'] === 'dark' ? 'dark' : 'light');
  nativeTheme.on('updated', () => {
    for (const contents of byId.values()) void contents.applyColorScheme();
  });
  const BrowserWindow = createBrowserWindowClass({
    app,
    schemes,
    ipcMain,
    sessions,
    browser,
    byTarget,
    byId,
    versions,
    appPath: () => app.getAppPath(),
    colorScheme: () => nativeTheme.colorScheme,
    screen: SCREEN_SIZE,
  });
  const Menu = createMenuClass(() => MenuItem);
  const MenuItem = createMenuItemClass({
    Menu: () => Menu,
    appName: () => app.getName(),
    perform: createRoles(app, () => BrowserWindow.getFocusedWindow()),
  });
  refuseTheRestOfClass(BrowserWindow, 'BrowserWindow');
  refuseTheRestOfClass(WebContents, 'WebContents');
  refuseTheRestOfClass(Session, 'Session');
  refuseTheRestOfClass(Tray, 'Tray');
  refuseTheRestOfClass(Menu, 'Menu');
  refuseTheRestOfClass(MenuItem, 'MenuItem');

  const electron = completeModule({
    app,
    BrowserWindow,
    clipboard: createClipboard(),
    ipcMain,
    Menu,
    MenuItem,
    nativeImage: createNativeImageModule(),
    nativeTheme,
    net: {
      fetch: (input: string | Request, init?: RequestInit) =>
        sessions.defaultSession.fetch(input, init),
      isOnline,
      get online() {
        return isOnline();
      },
    },
    powerMonitor: createPowerMonitor(),
    protocol: createProtocolModule(() => sessions.ofPartition('').protocol),
    safeStorage: createSafeStorage({
      isReady,
      passwordStore: () => switches.value('password-store'),
      desktop: () => env['XDG_CURRENT_DESKTOP'] ?? '',
      findOrCreateSecret: () => findOrCreateSecret(app.getName()),
    }),
    screen: createScreen(),
    session: sessions,
    shell: createShell({ intercept }),
    Tray,
    webContents: {
      getAllWebContents: () => [...byId.values()],
      getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
      fromId: (id: number) => byId.get(id),
      fromDevToolsTargetId: (id: string) => byTarget.get(id),
    },
  });

  const start = async (): Promise<void> => {
    running = await Browser.start(
      options.chromium(),
      {
        profile: join(app.getPath('sessionData'), 'Chromium'),
        headless: env['STANDIN_HEADLESS'] === '1' || !env['DISPLAY'],
        asRoot: process.getuid?.() === 0,
        switches,
      },
      {
        opened: (opener, target, url) => {
          const owner = byTarget.get(opener);
          const opening = owner?.decideOpening(schemes.toApp(url));
          if (opening?.allowed === true)
            target.session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
          else void running?.refuse(target, /^https?:/i.test(opening?.url ?? url));
        },
        retitled: (id, title) => byTarget.get(id)?.retitle(title),
        detached: (id) => {
          const contents = byTarget.get(id);
          if (contents !== undefined) BrowserWindow.fromWebContents(contents)?.markClosed();
        },
        gone: () => {
          process.stderr.write('Chromium ended unexpectedly.\n');
          app.exit(1);
        },
      },
    );
  };
  return { electron, app, control, start, kill: () => running?.kill() };
}
