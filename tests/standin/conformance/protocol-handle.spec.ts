import { inMain, inPage } from './in-pages.ts';
import { expect } from './support.ts';

const DOC = 'docs/api/protocol.md';
const HANDLE = `${DOC}#protocolhandlescheme-handler`;

inPage(
  'protocol.handle',
  'answers requests of the page, with their bodies',
  HANDLE,
  async () => (await fetch('/echo', { method: 'POST', body: 'päckchen' })).text(),
  'päckchen',
);

inPage(
  'protocol.handle',
  'hands on address, method and headers',
  HANDLE,
  async () =>
    (
      await fetch('/headers', { method: 'PUT', headers: { 'x-own': '1' } })
    ).json() as Promise<unknown>,
  { url: 'app://pages/headers', method: 'PUT', own: '1' },
);

inPage(
  'protocol.handle',
  'gives the page the status of the answer',
  HANDLE,
  async () => (await fetch('/teapot')).status,
  418,
);

inPage(
  'protocol.handle',
  'fails the request when the handler throws',
  HANDLE,
  async () => {
    try {
      await fetch('/throws');
    } catch (error) {
      return (error as Error).name;
    }
    return 'answered';
  },
  'TypeError',
);

inPage(
  'protocol.registerSchemesAsPrivileged',
  'makes a secure scheme’s pages secure contexts',
  `${DOC}#protocolregisterschemesasprivilegedcustomschemes`,
  () => isSecureContext,
  true,
);

inMain(
  'protocol.handle',
  'refuses a scheme that is handled',
  HANDLE,
  ({ protocol }) => {
    protocol.handle('app', () => new Response(''));
    return kit.messageOf(() => protocol.handle('app', () => new Response('')));
  },
  expect.stringContaining('Failed to register protocol'),
);

inMain(
  'protocol.isProtocolHandled',
  'tells whether a scheme is handled',
  `${DOC}#protocolisprotocolhandledscheme`,
  ({ protocol }) => {
    const states = [protocol.isProtocolHandled('app')];
    protocol.handle('app', () => new Response(''));
    states.push(protocol.isProtocolHandled('app'));
    protocol.unhandle('app');
    return [...states, protocol.isProtocolHandled('app')];
  },
  [false, true, false],
);

inMain(
  'protocol.registerSchemesAsPrivileged',
  'has to come before the app is ready',
  `${DOC}#protocolregisterschemesasprivilegedcustomschemes`,
  ({ protocol }) => kit.messageOf(() => protocol.registerSchemesAsPrivileged([{ scheme: 'late' }])),
  'protocol.registerSchemesAsPrivileged should be called before app is ready',
);

inMain(
  'protocol.handle',
  'answers net requests of the main process, too',
  HANDLE,
  async ({ net }) => {
    await kit.open();
    return (await net.fetch('app://pages/teapot')).text();
  },
  'short and stout',
);

inMain(
  'protocol.handle',
  'may redirect to another page',
  HANDLE,
  async () => {
    const window = await kit.open('');
    await window.loadURL('app://pages/redirect');
    return window.webContents.getURL();
  },
  'app://pages/second.html',
);
