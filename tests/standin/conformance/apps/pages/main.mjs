// Opens nothing by itself. The specs open windows by `kit`, which is made of ordinary Electron.
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeReset } from './reset.mjs';

const preload = join(import.meta.dirname, 'preload.cjs');
const site = join(import.meta.dirname, 'site');

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.on('window-all-closed', () => undefined);

const TYPES = { html: 'text/html', js: 'text/javascript', png: 'image/png' };

async function serve(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/echo') return new Response(await request.text());
  if (pathname === '/teapot') return new Response('short and stout', { status: 418 });
  if (pathname === '/throws') throw new Error('The handler fails');
  if (pathname === '/redirect') return Response.redirect('app://pages/second.html', 302);
  if (pathname === '/headers')
    return Response.json({
      url: request.url,
      method: request.method,
      own: request.headers.get('x-own'),
    });
  const type = TYPES[pathname.split('.').at(-1)] ?? 'text/plain';
  try {
    return new Response(await readFile(join(site, pathname)), {
      headers: { 'content-type': type },
    });
  } catch {
    return new Response('No such page', { status: 404, headers: { 'content-type': 'text/html' } });
  }
}

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('throw', () => {
  throw new TypeError('no such luck');
});

globalThis.kit = {
  preload,
  site,
  once: (emitter, name) => once(emitter, name),
  /** A window that shows a page of the site. */
  open: async (page = 'plain.html', { webPreferences, ...options } = {}) => {
    if (!protocol.isProtocolHandled('app')) protocol.handle('app', serve);
    const window = new BrowserWindow({
      show: false,
      width: 600,
      height: 400,
      ...options,
      webPreferences: { preload, ...webPreferences },
    });
    if (page !== '') await window.loadURL(`app://pages/${page}`);
    return window;
  },
  /** The names of events in the order in which they come. */
  record: (emitter, ...names) => {
    const seen = [];
    for (const name of names) emitter.on(name, () => seen.push(name));
    return seen;
  },
  messageOf: async (work) => {
    try {
      return String(await work());
    } catch (error) {
      return error.message;
    }
  },
  session: () => session.defaultSession,
  reset: makeReset(),
};
