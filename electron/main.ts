import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  ipcMain,
  powerMonitor,
  protocol,
  safeStorage,
  session as sessions,
  shell,
} from 'electron';
import * as z from 'zod';
import { createClient } from './clickup/client.ts';
import type { Clock } from './clickup/clock.ts';
import { CLICKUP, endpointFromArguments } from './clickup/endpoint.ts';
import { createRequestRunner } from './clickup/request-runner.ts';
import { createTransport } from './clickup/transport.ts';
import { createActiveChoice } from './connections/active-choice.ts';
import { createConnect } from './connections/connect.ts';
import { createConnectionList } from './connections/connection-list.ts';
import { createAttemptKeeper } from './connections/oauth/attempt-keeper.ts';
import { createExchange } from './connections/oauth/exchange.ts';
import { createLoopbackReceiver } from './connections/oauth/loopback-receiver.ts';
import { createOAuthApps } from './connections/oauth/oauth-apps.ts';
import { createOAuth } from './connections/oauth/oauth.ts';
import { createSampleServer } from './connections/sample-server.ts';
import { createSession } from './connections/session.ts';
import {
  CONNECTIONS_VERSION,
  noConnections,
  noticeOf,
  parseConnections,
} from './connections/stored-connections.ts';
import { createTokens } from './connections/tokens.ts';
import { createVault } from './connections/vault.ts';
import { EVENTS } from './contract/channels.ts';
import { removeForeignChannels } from './ipc/foreign-channels.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerHandlers } from './ipc/register.ts';
import { isTrustedSender } from './ipc/sender.ts';
import { setAppMenu } from './shell/app-menu.ts';
import { APP_SCHEME, createAppProtocol } from './shell/app-protocol.ts';
import {
  createDeepLinkInbox,
  findDeepLink,
  readDeepLink,
  registerScheme,
} from './shell/deep-links.ts';
import { createExternalLinks } from './shell/external-links.ts';
import { createMainWindow } from './shell/main-window.ts';
import { guardNavigation } from './shell/navigation-guards.ts';
import { createSetupDialogs } from './shell/setup-dialogs.ts';
import { createTray } from './shell/tray.ts';
import { hasTrayHost } from './shell/tray-host.ts';
import { openDurableStore } from './storage/durable-store.ts';
import { noSettings, parseSettings, SETTINGS_VERSION } from './storage/settings.ts';

/** Milliseconds that a request may take: to its first byte, and then to its last. */
const TIMEOUTS = { headersMs: 15_000, bodyMs: 30_000 };

const ICONS = join(import.meta.dirname, '../../build/icons');
const { platform } = process;

z.config({ jitless: true });
app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);

const endpoint = endpointFromArguments(process.argv, app.isPackaged);
if (endpoint !== CLICKUP && !app.commandLine.hasSwitch('user-data-dir')) {
  // A connection made to another server never mixes with the person's own.
  app.setPath('userData', `${app.getPath('userData')} (other server)`);
}

const inbox = createDeepLinkInbox();
if (app.requestSingleInstanceLock()) {
  // Before ready, or macOS loses the link that started the app.
  app.on('open-url', (event, address) => {
    event.preventDefault();
    inbox.push(address);
  });
  const given = findDeepLink(process.argv);
  if (given !== null) inbox.push(given);
  app
    .whenReady()
    .then(start)
    .catch((failure: unknown) => {
      // Without a window there is nobody else to tell. The name of the error is enough for a report.
      const name = failure instanceof Error ? failure.name : 'Error';
      dialog.showErrorBox(
        'Perch could not start',
        `${name}. Your connections are untouched. Start Perch again.`,
      );
      app.exit(1);
    });
} else {
  app.quit();
}

async function start(): Promise<void> {
  const clock: Clock = {
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
  const folder = app.getPath('userData');
  mkdirSync(folder, { recursive: true });

  const onSetUp = () => removeForeignChannels(ipcMain);
  const settings = openDurableStore({
    folder,
    onSetUp,
    name: 'settings',
    version: SETTINGS_VERSION,
    empty: noSettings,
    parse: parseSettings,
    now: clock.now,
  });
  const stored = openDurableStore({
    folder,
    onSetUp,
    name: 'connections',
    version: CONNECTIONS_VERSION,
    empty: noConnections,
    parse: parseConnections,
    now: clock.now,
  });

  // Requests travel in a partition of their own that keeps nothing: no cookies, no cache, no disk.
  const requestsPartition = sessions.fromPartition('perch-requests', { cache: false });
  const signInPartition = sessions.fromPartition('perch-sign-in', { cache: false });
  const vault = createVault(safeStorage, platform);
  const list = createConnectionList(stored);
  const choice = createActiveChoice(list, settings);
  const sample = createSampleServer(async () => {
    const { startMockServer } = await import('./mock-server/index.ts');
    return startMockServer({ clock, tokens: 'any' });
  });
  const tokens = createTokens({ list, vault, sample });
  const transport = createTransport({
    fetch: (url, init) => requestsPartition.fetch(url, init),
    clock,
    timeouts: TIMEOUTS,
  });
  const client = createClient({
    transport,
    clock,
    onBudget: (account, budget) => keeper.noteBudget(account, budget),
    onNetwork: (account, reached) => keeper.noteNetwork(account, reached),
  });
  const connect = createConnect({
    list,
    tokens,
    client,
    clock,
    endpoint,
    sample,
    newId: randomUUID,
  });
  const links = createExternalLinks((address) => shell.openExternal(address), endpoint.authorize);
  const oauth = createOAuth({
    apps: createOAuthApps({ store: stored, vault, newId: randomUUID }),
    attempts: createAttemptKeeper({ store: stored, vault, now: clock.now }),
    exchange: createExchange(
      createTransport({
        async fetch(url, init) {
          // Chromium sends a POST again where a kept connection turns out to be dead, and a code works
          // once: no connection is ever kept for the next one.
          await signInPartition.closeAllConnections();
          return signInPartition.fetch(url, init);
        },
        clock,
        timeouts: TIMEOUTS,
      }),
    ),
    receiver: createLoopbackReceiver,
    connect,
    endpoint,
    clock,
    random: (bytes) => randomBytes(bytes).toString('base64url'),
    openAuthorize: links.openAuthorize,
    openRedirect: links.openRedirect,
    copy: (text) => clipboard.writeText(text),
    setup: { newId: randomUUID, random: randomBytes, dialogs: createSetupDialogs(dialog) },
    activate: (connectionId) => keeper.enter(connectionId),
    onChange: () => keeper.changed(),
  });
  const keeper = createSession({
    list,
    choice,
    tokens,
    connect,
    client,
    clock,
    sample,
    vaultState: () => vault.state,
    storage: noticeOf(stored.condition),
    clearNetworkState: async () => {
      await requestsPartition.closeAllConnections();
      await requestsPartition.clearAuthCache();
      await requestsPartition.clearStorageData();
    },
    oauth: oauth.session,
    keepAppsWeakly: () => oauth.apps.keepWeakly(),
    onChange: (session) => {
      window.send(EVENTS.session.changed, session);
      tray.update(session, window.isVisible());
    },
  });
  const requests = createRequestRunner({
    client,
    active: () => keeper.active(),
  });

  let trayIsShown = platform !== 'linux';
  const trayHost = hasTrayHost(platform).then((isShown) => (trayIsShown = isShown));
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('will-quit', () => void sample.stop());

  const window = createMainWindow({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    icon: join(ICONS, 'icon.png'),
    session: sessions.defaultSession,
    staysInTray: () => trayIsShown && !isQuitting,
    onVisibility: () => tray.update(keeper.read(), window.isVisible()),
    onShown: () => keeper.refreshIfStale(),
  });
  const tray = createTray(ICONS, platform, {
    show: window.show,
    hide: window.hide,
    chooseWorkspace: (workspaceId) => void keeper.chooseWorkspace(workspaceId),
    quit: () => app.quit(),
  });
  registerHandlers({
    ipcMain,
    handlers: createHandlers({
      keeper,
      client,
      requests,
      oauth,
      takeScreen: window.takeScreen,
      openLink: links.open,
      describe: () => ({
        version: app.getVersion(),
        platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
        now: clock.now(),
      }),
    }),
    isTrusted: (event) => isTrustedSender(event, window.owns),
    onCrash: (channel) => process.stderr.write(`Perch: ${channel} failed unexpectedly\n`),
  });

  guardNavigation(app, sessions.defaultSession);
  sessions.defaultSession.protocol.handle(
    'app',
    createAppProtocol(join(import.meta.dirname, '../renderer')),
  );
  registerScheme(app, platform, process.execPath, process.argv[1]);
  powerMonitor.on('resume', () => {
    if (window.isVisible()) keeper.refreshIfStale();
  });
  setAppMenu(platform);
  app.on('second-instance', (_event, argv) => {
    const link = findDeepLink(argv);
    if (link === null) window.show();
    else inbox.push(link);
  });
  inbox.open((address) => {
    const link = readDeepLink(address);
    const isSignIn = link.kind === 'oauthCallback' && oauth.receive(link.address) === 'signIn';
    window.show(isSignIn ? 'connect' : undefined);
  });
  app.on('activate', () => window.show());
  app.on('window-all-closed', () => {
    if (!trayIsShown) app.quit();
  });

  tray.update(keeper.read(), false);
  // Started hidden, at login for instance; but not where no tray would ever lead to it.
  const startsHidden = process.argv.includes('--hidden') && (await trayHost);
  if (!startsHidden) window.show();
}
