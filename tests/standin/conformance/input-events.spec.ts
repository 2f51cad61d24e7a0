import { inMain } from './in-pages.ts';

const DOC = 'docs/api/web-contents.md';

inMain(
  'WebContents ‘context-menu’',
  'tells the place and what is there',
  `${DOC}#event-context-menu`,
  async () => {
    const { webContents } = await kit.open('plain.html', { show: true });
    const told = kit.once(webContents, 'context-menu');
    const { x, y } = (await webContents.executeJavaScript(
      '(({ x, y }) => ({ x: Math.round(x) + 3, y: Math.round(y) + 3 }))(document.querySelector("#next").getBoundingClientRect())',
    )) as { x: number; y: number };
    webContents.sendInputEvent({ type: 'mouseDown', button: 'right', x, y, clickCount: 1 });
    webContents.sendInputEvent({ type: 'mouseUp', button: 'right', x, y, clickCount: 1 });
    const [, params] = (await told) as [unknown, Electron.ContextMenuParams];
    return [
      params.x === x,
      params.y === y,
      params.linkURL,
      params.linkText,
      params.isEditable,
      params.pageURL,
    ];
  },
  [true, true, 'app://pages/second.html', 'Second', false, 'app://pages/plain.html'],
);

inMain(
  'webContents.sendInputEvent',
  'types into the page',
  `${DOC}#contentssendinputeventinputevent`,
  async () => {
    const { webContents } = await kit.open('plain.html', { show: true });
    await webContents.executeJavaScript(`
      document.querySelector('#field').select();
      document.querySelector('#field').focus();
      window.typed = new Promise((done) => document.querySelector('#field').addEventListener('input', (e) => done(e.target.value)));
      0`);
    webContents.focus();
    webContents.sendInputEvent({ type: 'keyDown', keyCode: 'A' });
    webContents.sendInputEvent({ type: 'char', keyCode: 'a' });
    webContents.sendInputEvent({ type: 'keyUp', keyCode: 'A' });
    return webContents.executeJavaScript('window.typed') as Promise<unknown>;
  },
  'a',
);

inMain(
  'WebContents ‘before-input-event’',
  'tells the key, and keeps it from the page when prevented',
  `${DOC}#event-before-input-event`,
  async () => {
    const { webContents } = await kit.open('plain.html', { show: true });
    const told: Electron.Input[] = [];
    webContents.on('before-input-event', (event, input) => {
      told.push(input);
      if (input.key === 'x') event.preventDefault();
    });
    await webContents.executeJavaScript(
      'window.keys = []; addEventListener("keydown", ({ key }) => keys.push(key)); document.querySelector("#field").focus(); 0',
    );
    webContents.focus();
    for (const keyCode of ['x', 'y']) {
      webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['control'] });
      webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers: ['control'] });
    }
    for (let attempt = 0; attempt < 200 && told.length < 4; attempt += 1)
      await new Promise((done) => setTimeout(done, 10));
    const keys = (await webContents.executeJavaScript('keys')) as string[];
    const [first] = told;
    return [keys, first?.type, first?.key, first?.control];
  },
  [['y'], 'keyDown', 'x', true],
);
