// Puts the app back to how it started, so that one process serves many statements. All of it is
// ordinary Electron: what has no way back, or asks for its own arguments, needs a process of its own.
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  safeStorage,
  screen,
  session,
  webContents,
} from 'electron';
import { setTimeout } from 'node:timers/promises';

const SCHEMES = ['app', 'data', 'file', 'http', 'https'];
const REQUEST_EVENTS = [
  'onBeforeRequest',
  'onBeforeSendHeaders',
  'onSendHeaders',
  'onHeadersReceived',
  'onBeforeRedirect',
  'onResponseStarted',
  'onCompleted',
  'onErrorOccurred',
];

/** The channels with a handler, which `ipcMain` itself does not tell. */
function noteHandlers() {
  const channels = new Set();
  for (const name of ['handle', 'handleOnce']) {
    const register = ipcMain[name];
    ipcMain[name] = (channel, listener) => {
      register.call(ipcMain, channel, listener);
      channels.add(channel);
    };
  }
  return channels;
}

/** Removes the listeners that an emitter did not have when this was first called. */
function keepListeners(...emitters) {
  const kept = new Map(
    emitters.map((emitter) => [
      emitter,
      new Map(emitter.eventNames().map((name) => [name, emitter.listeners(name)])),
    ]),
  );
  return () => {
    for (const [emitter, known] of kept)
      for (const name of emitter.eventNames())
        for (const listener of emitter.listeners(name))
          if (!known.get(name)?.includes(listener)) emitter.off(name, listener);
  };
}

async function closeWindows() {
  // Zoom belongs to an origin and outlives its windows.
  for (const contents of webContents.getAllWebContents())
    if (contents.zoomLevel !== 0) contents.zoomLevel = 0;
  for (const window of BrowserWindow.getAllWindows()) window.destroy();
  while (webContents.getAllWebContents().length > 0) await setTimeout(5);
}

async function resetSession(ses, userAgent, hadPages) {
  for (const scheme of SCHEMES)
    try {
      ses.protocol.unhandle(scheme);
    } catch {
      // Nobody handled it.
    }
  for (const name of REQUEST_EVENTS) ses.webRequest[name](null);
  ses.cookies.removeAllListeners('changed');
  ses.setPermissionCheckHandler(null);
  ses.setPermissionRequestHandler(null);
  ses.setCertificateVerifyProc(null);
  ses.setSpellCheckerEnabled(true);
  ses.setUserAgent(userAgent);
  await Promise.all([
    ses.closeAllConnections(),
    ses.clearAuthCache(),
    ses.clearStorageData(hadPages ? {} : { storages: ['cookies'] }),
  ]);
}

/** What is to be kept is looked at when the app is ready; handlers added from now on go. */
export function makeReset() {
  const channels = noteHandlers();
  const sessions = new Set();
  let hadPages = false;
  app.on('session-created', (ses) => sessions.add(ses));
  app.on('web-contents-created', (_event, contents) =>
    contents.once('did-start-navigation', () => (hadPages = true)),
  );

  const asStarted = app.whenReady().then(() => {
    sessions.add(session.defaultSession);
    return {
      name: app.name,
      userAgent: app.userAgentFallback,
      menu: Menu.getApplicationMenu(),
      dialog: Object.getOwnPropertyDescriptors(dialog),
      removeListeners: keepListeners(app, ipcMain, nativeTheme, powerMonitor, screen),
    };
  });

  return async () => {
    const { name, userAgent, menu, dialog: methods, removeListeners } = await asStarted;
    removeListeners();
    for (const channel of channels) ipcMain.removeHandler(channel);
    channels.clear();
    Object.defineProperties(dialog, methods);
    Menu.setApplicationMenu(menu);
    globalShortcut.setSuspended(false);
    globalShortcut.unregisterAll();
    nativeTheme.themeSource = 'system';
    safeStorage.setUsePlainTextEncryption(false);
    app.name = name;
    app.userAgentFallback = userAgent;
    const all = [...sessions];
    await Promise.all(all.map((ses) => resetSession(ses, userAgent, hadPages)));
    await closeWindows();
    hadPages = false;
  };
}
