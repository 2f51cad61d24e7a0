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
  'win.hide',
  'makes a window invisible, and show visible again',
  `${DOC}#winhide`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow();
    const states = [window.isVisible()];
    window.hide();
    states.push(window.isVisible());
    window.show();
    return [...states, window.isVisible()];
  },
  [true, false, true],
);

inMain(
  'win.maximize',
  'maximises, and unmaximize ends that',
  `${DOC}#winmaximize`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow();
    const maximised = kit.once(window, 'maximize');
    window.maximize();
    await maximised;
    const states = [window.isMaximized()];
    const restored = kit.once(window, 'unmaximize');
    window.unmaximize();
    await restored;
    return [...states, window.isMaximized()];
  },
  [true, false],
);

inMain(
  'win.setFullScreen',
  'fills the screen, and leaves it',
  `${DOC}#winsetfullscreenflag`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow();
    const entered = kit.once(window, 'enter-full-screen');
    window.setFullScreen(true);
    await entered;
    const states = [window.isFullScreen()];
    const left = kit.once(window, 'leave-full-screen');
    window.setFullScreen(false);
    await left;
    return [...states, window.isFullScreen()];
  },
  [true, false],
);

inMain(
  'win.getNormalBounds',
  'stays what it was while the window is maximised',
  `${DOC}#wingetnormalbounds`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ x: 20, y: 30, width: 400, height: 300 });
    const maximised = kit.once(window, 'maximize');
    window.maximize();
    await maximised;
    const { width, height } = window.getNormalBounds();
    return [width, height];
  },
  [400, 300],
);

inMain(
  'win.minimize',
  'minimises, and restore ends that',
  `${DOC}#winminimize`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow();
    window.minimize();
    const states = [window.isMinimized()];
    window.restore();
    return [...states, window.isMinimized()];
  },
  [true, false],
);

inMain(
  'win.setAlwaysOnTop',
  'is given back by isAlwaysOnTop',
  `${DOC}#winsetalwaysontopflag-level-relativelevel`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const before = window.isAlwaysOnTop();
    window.setAlwaysOnTop(true);
    return [before, window.isAlwaysOnTop()];
  },
  [false, true],
);

inMain(
  'win.setResizable',
  'is given back by isResizable',
  `${DOC}#winsetresizableresizable`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, resizable: false });
    const before = window.isResizable();
    window.setResizable(true);
    return [before, window.isResizable(), window.resizable];
  },
  [false, true, true],
);

inMain(
  'win.isMovable',
  'is always true on Linux, like its kind',
  `${DOC}#winismovable-macos-windows`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      movable: false,
      minimizable: false,
      closable: false,
    });
    return [window.isMovable(), window.isMinimizable(), window.isClosable()];
  },
  [true, true, true],
);

inMain(
  'win.getOpacity',
  'is always 1 on Linux',
  `${DOC}#wingetopacity`,
  ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    window.setOpacity(0.5);
    return window.getOpacity();
  },
  1,
);

inMain(
  'win.getParentWindow',
  'tells the window given as parent',
  `${DOC}#wingetparentwindow`,
  ({ BrowserWindow }) => {
    const parent = new BrowserWindow({ show: false });
    const child = new BrowserWindow({ show: false, parent });
    const family = [child.getParentWindow() === parent, parent.getChildWindows()[0] === child];
    child.setParentWindow(null);
    return [...family, child.getParentWindow(), parent.getChildWindows().length];
  },
  [true, true, null, 0],
);

inMain(
  'win.isModal',
  'tells whether a child was made modal',
  `${DOC}#modal-windows`,
  ({ BrowserWindow }) => {
    const parent = new BrowserWindow({ show: false });
    const child = new BrowserWindow({ show: false, parent, modal: true });
    return [parent.isModal(), child.isModal()];
  },
  [false, true],
);

inMain(
  'win.destroy',
  'closes child windows with their parent',
  `${DOC}#parent-and-child-windows`,
  async ({ BrowserWindow }) => {
    const parent = new BrowserWindow({ show: false });
    const child = new BrowserWindow({ show: false, parent });
    const closed = kit.once(child, 'closed');
    parent.destroy();
    await closed;
    return [parent.isDestroyed(), child.isDestroyed()];
  },
  [true, true],
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

inMain(
  'win.isDestroyed',
  'is true once the window has closed',
  `${DOC}#winisdestroyed`,
  async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const before = window.isDestroyed();
    const closed = kit.once(window, 'closed');
    window.close();
    await closed;
    return [before, window.isDestroyed()];
  },
  [false, true],
);
