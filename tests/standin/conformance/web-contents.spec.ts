import { inMain } from './in-pages.ts';
import { expect } from './support.ts';

const DOC = 'docs/api/web-contents.md';

inMain(
  'webContents.setZoomFactor',
  'draws the page larger',
  `${DOC}#contentssetzoomfactorfactor`,
  async () => {
    const { webContents } = await kit.open();
    const width = (): Promise<number> =>
      webContents.executeJavaScript('innerWidth') as Promise<number>;
    const before = await width();
    webContents.setZoomFactor(2);
    for (let attempt = 0; attempt < 100 && (await width()) === before; attempt += 1)
      await new Promise((done) => setTimeout(done, 10));
    return [webContents.getZoomFactor(), before / (await width())];
  },
  [2, 2],
);

inMain(
  'webContents.setZoomFactor',
  'refuses what is not above zero',
  `${DOC}#contentssetzoomfactorfactor`,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.setZoomFactor(0));
  },
  expect.stringContaining("'zoomFactor' must be a double greater than 0.0"),
);

inMain(
  'webContents.setZoomLevel',
  'counts steps of a fifth',
  `${DOC}#contentssetzoomlevellevel`,
  async () => {
    const { webContents } = await kit.open();
    webContents.setZoomLevel(1);
    const first = webContents.getZoomFactor();
    webContents.zoomLevel = 0;
    return [first.toFixed(2), webContents.getZoomFactor()];
  },
  ['1.20', 1],
);

inMain(
  'webContents.findInPage',
  'counts what it finds',
  `${DOC}#event-found-in-page`,
  async () => {
    const { webContents } = await kit.open();
    const found = kit.once(webContents, 'found-in-page');
    const requestId = webContents.findInPage('one');
    const [, result] = (await found) as [unknown, Electron.FoundInPageResult];
    webContents.stopFindInPage('clearSelection');
    return [result.requestId === requestId, result.matches, result.finalUpdate];
  },
  [true, 2, true],
);

inMain(
  'webContents.findInPage',
  'refuses to look for nothing',
  `${DOC}#contentsfindinpagetext-options`,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.findInPage(''));
  },
  expect.stringContaining('Must provide a non-empty search content'),
);

inMain(
  'webContents.capturePage',
  'pictures the page, or a part of it',
  `${DOC}#contentscapturepagerect-opts`,
  async () => {
    const window = await kit.open('plain.html', { show: true });
    const whole = await window.webContents.capturePage();
    const part = await window.webContents.capturePage({ x: 0, y: 0, width: 50, height: 40 });
    return [whole.isEmpty(), part.getSize()];
  },
  [false, { width: 50, height: 40 }],
);

inMain(
  'webContents.printToPDF',
  'gives a PDF',
  `${DOC}#contentsprinttopdfoptions`,
  async () => {
    const { webContents } = await kit.open();
    return (await webContents.printToPDF({})).subarray(0, 5).toString();
  },
  '%PDF-',
);

inMain(
  'webContents.printToPDF',
  'refuses a paper it does not know',
  `${DOC}#contentsprinttopdfoptions`,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.printToPDF({ pageSize: 'Napkin' as 'A4' }));
  },
  'Invalid pageSize Napkin',
);

inMain(
  'webContents.setUserAgent',
  'is what the page says it is',
  `${DOC}#contentssetuseragentuseragent`,
  async () => {
    const window = await kit.open('');
    window.webContents.setUserAgent('Own/1.0');
    await window.loadURL('app://pages/plain.html');
    return [
      window.webContents.getUserAgent(),
      await window.webContents.executeJavaScript('navigator.userAgent'),
    ] as unknown[];
  },
  ['Own/1.0', 'Own/1.0'],
);

inMain(
  'WebContents ‘console-message’',
  'tells level, text and line',
  `${DOC}#event-console-message`,
  async () => {
    const { webContents } = await kit.open();
    const told = kit.once(webContents, 'console-message');
    await webContents.executeJavaScript('console.warn("careful"); 0');
    const [details] = (await told) as [Electron.WebContentsConsoleMessageEventParams];
    return [details.level, details.message, typeof details.lineNumber];
  },
  ['warning', 'careful', 'number'],
);

inMain(
  'WebContents ‘render-process-gone’',
  'comes when the renderer crashes',
  `${DOC}#event-render-process-gone`,
  async () => {
    const { webContents } = await kit.open();
    const gone = kit.once(webContents, 'render-process-gone');
    webContents.forcefullyCrashRenderer();
    await gone;
    return webContents.isCrashed();
  },
  true,
);

inMain(
  'webContents.fromId',
  'finds a page by its number, as getAllWebContents lists it',
  `${DOC}#webcontentsfromidid`,
  async ({ webContents }) => {
    const { webContents: contents } = await kit.open();
    return [
      webContents.fromId(contents.id) === contents,
      webContents.getAllWebContents().includes(contents),
      webContents.fromFrame(contents.mainFrame) === contents,
    ];
  },
  [true, true, true],
);

inMain(
  'webContents.setAudioMuted',
  'is given back by isAudioMuted',
  `${DOC}#contentssetaudiomutedmuted`,
  async () => {
    const { webContents } = await kit.open();
    const before = webContents.isAudioMuted();
    webContents.setAudioMuted(true);
    return [before, webContents.isAudioMuted()];
  },
  [false, true],
);
