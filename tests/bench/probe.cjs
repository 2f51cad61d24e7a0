// Loaded into the app's process before its main with `-r`. It notes when what happens on the way to
// the first window, and does what the bench asks for, over a connection of its own. The app knows
// nothing of it. Times are Unix milliseconds with fractions.
const { app, BrowserWindow, ipcMain, Tray } = require('electron');
const { registerHooks } = require('node:module');
const { createConnection } = require('node:net');
const { createInterface } = require('node:readline');

const now = () => performance.timeOrigin + performance.now();
const marks = { loaded: [] };
const mark = (name) => {
  marks[name] ??= now();
};

const connection = createConnection(Number(process.env.PERCH_BENCH_PORT), '127.0.0.1');
connection.setNoDelay(true);
const tell = (message) => connection.write(`${JSON.stringify(message)}\n`);

if (process.env.PERCH_BENCH_TRACE === '1') {
  registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:') && marks.window === undefined) marks.loaded.push(url);
      return next(url, context);
    },
  });
}

// The last thing that the app's main does while it is evaluated.
const whenReady = app.whenReady.bind(app);
app.whenReady = () => {
  mark('evaluated');
  return whenReady();
};
app.once('ready', () => mark('ready'));

const setContextMenu = Tray.prototype.setContextMenu;
Tray.prototype.setContextMenu = function (menu) {
  setContextMenu.call(this, menu);
  mark('tray');
};

const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') resolve([performance.timeOrigin, startTime]);
  }).observe({ type: 'paint', buffered: true });
})`;

app.on('browser-window-created', (_event, window) => {
  mark('window');
  window.webContents.once('did-finish-load', async () => {
    const [navigated, paintedAfter] = await window.webContents.executeJavaScript(FIRST_PAINT);
    tell({ marks: { ...marks, navigated, painted: navigated + paintedAfter } });
  });
});

// Makes one channel's answer as long as the bench likes.
let padding = '';
const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, async (...given) => {
    const answer = await listener(...given);
    return padding === '' || channel !== 'app:describe'
      ? answer
      : { ok: true, value: { ...answer.value, version: padding } };
  });

const inPage = (code) => BrowserWindow.getAllWindows()[0].webContents.executeJavaScript(code);
const commands = {
  evaluate: ({ code, paddingLength }) => {
    padding = 'x'.repeat(paddingLength);
    return inPage(code);
  },
  hide: () => BrowserWindow.getAllWindows()[0].hide(),
  quit: () => app.quit(),
};
createInterface({ input: connection }).on('line', async (line) => {
  const command = JSON.parse(line);
  tell({ done: (await commands[command.name](command)) ?? null });
});

// The stand-in starts Chromium to learn its version, which real Electron knows. Not the app's work.
void process.versions.chrome;
mark('began');
