import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  ipcMain,
  net,
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
import { createReachability } from './clickup/reachability.ts';
import { createRequestRunner } from './clickup/request-runner.ts';
import { createPictures } from './clickup/pictures.ts';
import { createThrottle } from './clickup/throttle.ts';
import { createTransport, type Fetch } from './clickup/transport.ts';
import { createWriteTransport } from './clickup/write-transport.ts';
import { createActiveChoice } from './connections/active-choice.ts';
import { createConnect } from './connections/connect.ts';
import { createConnectionList } from './connections/connection-list.ts';
import { createAttemptKeeper } from './connections/oauth/attempt-keeper.ts';
import { createExchange } from './connections/oauth/exchange.ts';
import { createLoopbackReceiver } from './connections/oauth/loopback-receiver.ts';
import { createOAuthApps } from './connections/oauth/oauth-apps.ts';
import { createOAuth } from './connections/oauth/oauth.ts';
import { namesPicture } from './connections/known-pictures.ts';
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
import { createHistory } from './requests/history.ts';
import { HISTORY_VERSION, noHistory, parseHistory } from './requests/history-document.ts';
import { createKeptAnswers } from './requests/kept-answers.ts';
import { previewRequest } from './requests/preview.ts';
import { recordRequests } from './requests/record-requests.ts';
import { createUploads } from './requests/uploads.ts';
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
import { createRequestDialogs } from './shell/request-dialogs.ts';
import { createRequestPartitions } from './shell/request-partitions.ts';
import { createSetupDialogs } from './shell/setup-dialogs.ts';
import { createTray } from './shell/tray.ts';
import { hasTrayHost } from './shell/tray-host.ts';
import type { Traffic } from './contract/requests.ts';
import { openDurableStore } from './storage/durable-store.ts';
import { noSettings, parseSettings, SETTINGS_VERSION } from './storage/settings.ts';

/** Milliseconds that a request may take: to its first byte, and then to its last. */
const TIMEOUTS = { headersMs: 15_000, bodyMs: 30_000 };

/** Writes that may be under way at once; each has a partition of its own. */
const WRITES_AT_ONCE = 8;

/** Milliseconds between two words to the page about how requests stand. */
const TRAFFIC_EVERY_MS = 100;

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

  const partitions = createRequestPartitions((name, options) =>
    sessions.fromPartition(name, options),
  );
  const transportOver = (fetch: Fetch) => createTransport({ fetch, clock, timeouts: TIMEOUTS });
  const reads = transportOver(partitions.open('perch-requests').fetch);
  const writes = createWriteTransport((index) => {
    const { fetch, closeConnections } = partitions.open(`perch-write-${index}`);
    return { transport: transportOver(fetch), closeConnections };
  }, WRITES_AT_ONCE);
  const reachability = createReachability({
    clock,
    random: Math.random,
    hasNetwork: () => net.isOnline(),
    onChange: (origin, reach) => {
      if (origin === endpoint.api) keeper.noteReach(reach);
    },
  });
  const vault = createVault(safeStorage, platform);
  const list = createConnectionList(stored);
  const choice = createActiveChoice(list, settings);
  const sample = createSampleServer(async () => {
    const { startMockServer } = await import('./mock-server/index.ts');
    return startMockServer({ clock, tokens: 'any' });
  });
  const tokens = createTokens({ list, vault, sample });
  const client = createClient({
    reads,
    writes,
    clock,
    random: Math.random,
    reachability,
    onTraffic: createThrottle<Traffic>(clock, TRAFFIC_EVERY_MS, (account, traffic) =>
      keeper.noteTraffic(account, traffic),
    ),
  });
  const pictures = createPictures({
    transport: transportOver(partitions.open('perch-pictures').fetch),
    now: clock.now,
    isKnown: (address) => namesPicture(keeper.read(), address),
    own: endpoint === CLICKUP ? null : endpoint.api,
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
    exchange: createExchange(writes),
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
    clearNetworkState: partitions.clear,
    forgetPictures: pictures.forget,
    oauth: oauth.session,
    keepAppsWeakly: () => oauth.apps.keepWeakly(),
    onChange: (session) => {
      window.send(EVENTS.session.changed, session);
      tray.update(session, window.isVisible());
    },
  });
  const requestDialogs = createRequestDialogs(dialog);
  const uploads = createUploads({ ask: requestDialogs.chooseUpload, newId: randomUUID });
  const answers = createKeptAnswers({ ask: requestDialogs.saveAnswer });
  const operations = async () => (await import('./clickup/catalogue/catalogue.ts')).CATALOGUE;
  const history = createHistory({
    open: (connectionId) =>
      openDurableStore({
        folder,
        onSetUp,
        name: `history-${connectionId}`,
        version: HISTORY_VERSION,
        empty: noHistory,
        parse: parseHistory,
        now: clock.now,
      }),
    clock,
    newId: randomUUID,
    onChange: (connectionId) => window.send(EVENTS.history.changed, { connectionId }),
  });
  const runner = createRequestRunner({
    client,
    operations,
    active: () => keeper.active(),
    takeUpload: uploads.take,
    onProgress: (requestId, progress) =>
      window.send(EVENTS.requests.progress, { requestId, progress }),
  });
  const requests = recordRequests(runner, {
    history,
    active: () => keeper.active(),
    now: clock.now,
  });

  let trayIsShown = platform !== 'linux';
  const trayHost = hasTrayHost(platform).then((isShown) => (trayIsShown = isShown));
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('will-quit', () => {
    history.flush();
    void sample.stop();
  });

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
    signInAgain(connectionId) {
      const appId = list.find(connectionId)?.oauthAppId ?? '';
      void oauth.signIn.start({ appId, connectionId, redirectUri: null });
      window.show('connect');
    },
    retryVault: () => void keeper.retryVault(),
    quit: () => app.quit(),
  });
  registerHandlers({
    ipcMain,
    handlers: createHandlers({
      keeper,
      client,
      requests,
      preview: (operation, parameters) => previewRequest(endpoint, operation, parameters),
      history,
      operations,
      uploads,
      answers,
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
    createAppProtocol(join(import.meta.dirname, '../renderer'), pictures.read),
  );
  registerScheme(app, platform, process.execPath, process.argv[1]);
  powerMonitor.on('resume', () => {
    keeper.keychainMayBeOpen();
    reachability.startAfresh();
    if (window.isVisible()) keeper.refreshIfStale();
  });
  powerMonitor.on('unlock-screen', keeper.keychainMayBeOpen);
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
