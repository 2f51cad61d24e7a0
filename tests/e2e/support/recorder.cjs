// Loaded into the app's process before its main with `-r`. It notes what a person would see outside
// the window (the tray's menu, links given to the browser) and every byte that crosses the bridge, on
// real Electron and on the stand-in alike. The app knows nothing of it.
const { app, BrowserWindow, ipcMain, shell, Tray } = require('electron');

const record = { menu: null, openedLinks: [], answers: [], events: [], shownAt: [] };
globalThis[Symbol.for('perch.record')] = record;

const setContextMenu = Tray.prototype.setContextMenu;
Tray.prototype.setContextMenu = function (menu) {
  record.menu = menu;
  return setContextMenu.call(this, menu);
};

const openExternal = shell.openExternal.bind(shell);
shell.openExternal = async (address) => {
  record.openedLinks.push(address);
  // Only a test with a desktop of its own lets a browser come.
  if (process.env.RECORDER_OPENS_LINKS === '1') await openExternal(address);
};

// The call and not the event: macOS tells of a window that is covered much later, or never.
const show = BrowserWindow.prototype.show;
BrowserWindow.prototype.show = function () {
  record.shownAt.push(Date.now());
  return show.call(this);
};

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, async (event, ...input) => {
    const answer = await listener(event, ...input);
    record.answers.push(JSON.stringify([channel, answer]));
    return answer;
  });

app.on('browser-window-created', (_event, window) => {
  const send = window.webContents.send.bind(window.webContents);
  window.webContents.send = (channel, ...payload) => {
    record.events.push(JSON.stringify([channel, payload]));
    send(channel, ...payload);
  };
});
