import { join } from 'node:path';
import { App } from './api/app.ts';
import { createBrowserWindowClass } from './api/browser-window.ts';
import { createDesktopModules } from './api/desktop-modules.ts';
import { IpcMain } from './api/ipc-main.ts';
import { createNativeImageModule } from './api/native-image.ts';
import { createNet } from './api/net.ts';
import { createProtocolModule } from './api/protocol.ts';
import { Schemes, type FileAddresses } from './api/schemes.ts';
import { SCREEN_SIZE } from './api/screen.ts';
import { createDefaultPages, PartitionPages } from './api/session-pages.ts';
import { createSessionModule, Session } from './api/session.ts';
import { createShell } from './api/shell.ts';
import { WebContents } from './api/web-contents.ts';
import { WebFrameMain } from './api/web-frame.ts';
import { createWebFrameMainModule } from './api/web-frame-module.ts';
import type { AppPackage } from './boot/app-package.ts';
import type { Switches } from './boot/switches.ts';
import { Browser } from './chromium/browser.ts';
import { createControl, type Control } from './control.ts';
import { createTrayDesktop } from './dbus/tray-desktop.ts';
import { createMenuClass } from './menu/menu.ts';
import { createMenuItemClass } from './menu/menu-item.ts';
import { performRole } from './menu/roles.ts';
import { createTrayClass } from './menu/tray.ts';
import { createSafeStorage } from './safe-storage/safe-storage.ts';
import { findOrCreateSecret, findOrCreateSecretSync } from './safe-storage/secret-service.ts';
import type { ImplementedModules } from './surface/implemented.ts';
import { completeModule, refuseTheRestOfClass } from './surface/unimplemented.ts';

export interface HostOptions {
  readonly package: AppPackage;
  /** Where the files of a packed app lie. */
  readonly files: FileAddresses | undefined;
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

  const schemes = new Schemes(options.files);
  const ipcMain = new IpcMain();
  const byTarget = new Map<string, WebContents>();
  const byId = new Map<number, WebContents>();
  const app = new App({
    switches,
    package: options.package,
    env,
    node: options.node,
    windows: () => BrowserWindow.getAllWindows(),
    focusWindow: () =>
      BrowserWindow.getAllWindows()
        .find((window) => window.isVisible())
        ?.focus(),
    menu: {
      get: () => Menu.getApplicationMenu(),
      set: (menu) => Menu.setApplicationMenu(menu as InstanceType<typeof Menu> | null),
    },
    userAgent: () => userAgent(),
    showAbout: (about) => noteAbout(about),
    shutDown: async (code) => {
      await running?.close();
      options.exit(code);
    },
    exitNow: options.exit,
  });
  const isReady = (): boolean => app.hasStarted;
  const desktop = createDesktopModules({
    isReady,
    colorScheme: env['STANDIN_COLOR_SCHEME'] === 'dark' ? 'dark' : 'light',
  });
  const { Tray, trays } = createTrayClass({
    isReady,
    Menu: () => Menu,
    show: createTrayDesktop({
      busAddress: env['DBUS_SESSION_BUS_ADDRESS'],
      appName: () => app.getName(),
      click: (item) => {
        const window = BrowserWindow.getFocusedWindow();
        item.click({ triggeredByAccelerator: false }, window ?? undefined, window?.webContents);
      },
      warn: (message) => void process.stderr.write(`${message}\n`),
    }),
  });
  const { control, isOnline, intercept, noteAbout } = createControl(trays, desktop.control);

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
    created: (session) => app.emit('session-created', session),
    userAgent: () => app.userAgentFallback,
    pagesOf: (partition) =>
      partition === '' ? createDefaultPages(browser) : new PartitionPages(browser),
    storagePath: (partition) =>
      join(app.getPath('sessionData'), 'Partitions', partition.replace(/^persist:/, '')),
  });
  const { nativeTheme } = desktop.modules;
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
  const Menu = createMenuClass({
    MenuItem: () => MenuItem,
    windows: () => BrowserWindow.getAllWindows(),
  });
  const MenuItem = createMenuItemClass({
    Menu: () => Menu,
    appName: () => app.getName(),
    perform: (role, window, contents) => performRole(role, app, window, contents),
  });
  refuseTheRestOfClass(BrowserWindow, 'BrowserWindow');
  refuseTheRestOfClass(WebContents, 'WebContents');
  refuseTheRestOfClass(WebFrameMain, 'WebFrameMain');
  refuseTheRestOfClass(Session, 'Session');
  refuseTheRestOfClass(Tray, 'Tray');
  refuseTheRestOfClass(Menu, 'Menu');
  refuseTheRestOfClass(MenuItem, 'MenuItem');

  const electron = completeModule({
    ...desktop.modules,
    app,
    BrowserWindow,
    ipcMain,
    Menu,
    MenuItem,
    nativeImage: createNativeImageModule(),
    net: createNet({ isReady, isOnline, sessions }),
    protocol: createProtocolModule(() => sessions.ofPartition('').protocol),
    safeStorage: createSafeStorage({
      isReady,
      passwordStore: () => switches.value('password-store'),
      desktop: () => env['XDG_CURRENT_DESKTOP'] ?? '',
      findOrCreateSecret: () => findOrCreateSecret(app.getName()),
      findOrCreateSecretSync: () => findOrCreateSecretSync(app.getName()),
    }),
    session: sessions,
    shell: createShell({ intercept, env }),
    Tray,
    webContents: {
      getAllWebContents: () => [...byId.values()],
      getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
      fromId: (id: number) => byId.get(id),
      fromFrame: (frame: WebFrameMain) =>
        [...byId.values()].find((contents) => contents.frames.all.includes(frame)),
      fromDevToolsTargetId: (id: string) => byTarget.get(id),
    },
    webFrameMain: createWebFrameMainModule(() => [...byId.values()]),
  } satisfies ImplementedModules);

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
          if (owner !== undefined && opening?.allowed !== undefined)
            BrowserWindow.ofOpened(target, owner, opening.allowed);
          else void running?.refuse(target, /^https?:/i.test(opening?.url ?? url));
        },
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
