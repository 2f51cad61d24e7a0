import { inMain } from './in-pages.ts';

const DOC = 'docs/api/browser-window.md';

inMain(
  'new BrowserWindow',
  'has 800 by 600 points unless told otherwise',
  `${DOC}#new-browserwindowoptions`,
  ({ BrowserWindow }) => new BrowserWindow({ show: false }).getSize(),
  [800, 600],
);

inMain(
  'new BrowserWindow',
  'takes place and size',
  `${DOC}#new-browserwindowoptions`,
  ({ BrowserWindow }) =>
    new BrowserWindow({ show: false, x: 20, y: 30, width: 400, height: 300 }).getBounds(),
  { x: 20, y: 30, width: 400, height: 300 },
);

inMain(
  'new BrowserWindow',
  'is not shown with show: false',
  `${DOC}#new-browserwindowoptions`,
  ({ BrowserWindow }) => [
    new BrowserWindow({ show: false }).isVisible(),
    new BrowserWindow().isVisible(),
  ],
  [false, true],
);

inMain(
  'new BrowserWindow',
  'takes the app’s name for a title',
  `${DOC}#new-browserwindowoptions`,
  ({ app, BrowserWindow }) => new BrowserWindow({ show: false }).getTitle() === app.getName(),
  true,
);

inMain(
  'BrowserWindow.getAllWindows',
  'lists the windows that are open',
  `${DOC}#browserwindowgetallwindows`,
  async ({ BrowserWindow }) => {
    const first = new BrowserWindow({ show: false });
    const second = new BrowserWindow({ show: false });
    const before = BrowserWindow.getAllWindows().length;
    const closed = kit.once(first, 'closed');
    first.destroy();
    await closed;
    return [
      before,
      BrowserWindow.getAllWindows().length,
      BrowserWindow.getAllWindows()[0] === second,
    ];
  },
  [2, 1, true],
);

inMain(
  'BrowserWindow.fromWebContents',
  'finds the window of a page',
  `${DOC}#browserwindowfromwebcontentswebcontents`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    return [
      BrowserWindow.fromWebContents(window.webContents) === window,
      BrowserWindow.fromId(window.id) === window,
    ];
  },
  [true, true],
);

inMain(
  'win.setBounds',
  'keeps what it is not given',
  `${DOC}#winsetboundsbounds-animate`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, x: 20, y: 30, width: 400, height: 300 });
    window.setBounds({ width: 500 });
    return window.getBounds();
  },
  { x: 20, y: 30, width: 500, height: 300 },
);

inMain(
  'win.setMinimumSize',
  'is the least a window can have',
  `${DOC}#winsetminimumsizewidth-height`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, minWidth: 300, minHeight: 200 });
    const before = window.getMinimumSize();
    window.setMinimumSize(350, 250);
    return [before, window.getMinimumSize()];
  },
  [
    [300, 200],
    [350, 250],
  ],
);

inMain(
  'win.setMaximumSize',
  'is the most a window can have',
  `${DOC}#winsetmaximumsizewidth-height`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, maxWidth: 900, maxHeight: 700 });
    const before = window.getMaximumSize();
    window.setMaximumSize(800, 600);
    return [before, window.getMaximumSize()];
  },
  [
    [900, 700],
    [800, 600],
  ],
);

inMain(
  'win.setTitle',
  'is given back by getTitle',
  `${DOC}#winsettitletitle`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, title: 'First' });
    const before = window.getTitle();
    window.setTitle('Second');
    return [before, window.getTitle(), window.title];
  },
  ['First', 'Second', 'Second'],
);

inMain(
  'win.getBackgroundColor',
  'gives the colour in capital hex digits',
  `${DOC}#wingetbackgroundcolor`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, backgroundColor: '#ab12cd' });
    return window.getBackgroundColor();
  },
  '#AB12CD',
);
