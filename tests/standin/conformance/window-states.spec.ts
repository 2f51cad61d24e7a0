import { inMain } from './in-pages.ts';

const DOC = 'docs/api/browser-window.md';

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
