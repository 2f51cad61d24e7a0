import type { MenuItemConstructorOptions } from 'electron';

export type Role = NonNullable<MenuItemConstructorOptions['role']>;

/** On what choosing an item with a role acts; `call` is the method there. */
type Action =
  | { readonly on: 'app'; readonly call: 'quit' | 'showAboutPanel' }
  | { readonly on: 'window'; readonly call: 'close' | 'minimize' | 'toggleFullScreen' }
  | { readonly on: 'contents'; readonly call: string }
  | { readonly on: 'zoom'; readonly change: (level: number) => number };

export interface RoleDefaults {
  readonly label: string;
  readonly accelerator?: string;
  readonly action?: Action;
  /** False for keys that Chromium handles itself. */
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly MenuItemConstructorOptions[];
}

const onContents = (call: string): Action => ({ on: 'contents', call });
const edit = (label: string, accelerator: string, call: string): RoleDefaults => ({
  label,
  accelerator,
  action: onContents(call),
  registerAccelerator: false,
});
const separator: MenuItemConstructorOptions = { type: 'separator' };
const roles = (...names: readonly Role[]): readonly MenuItemConstructorOptions[] =>
  names.map((role) => ({ role }));

/** What Electron gives an item on Linux for its role, by the role in small letters. */
export const roleDefaults = (appName: string): Readonly<Record<string, RoleDefaults>> => ({
  about: { label: 'About', action: { on: 'app', call: 'showAboutPanel' } },
  appmenu: {
    label: appName,
    submenu: [
      ...roles('about'),
      separator,
      ...roles('services'),
      separator,
      ...roles('hide', 'hideOthers', 'unhide'),
      separator,
      ...roles('quit'),
    ],
  },
  clearrecentdocuments: { label: 'Clear Menu' },
  close: {
    label: 'Close',
    accelerator: 'CommandOrControl+W',
    action: { on: 'window', call: 'close' },
  },
  copy: edit('Copy', 'CommandOrControl+C', 'copy'),
  cut: edit('Cut', 'CommandOrControl+X', 'cut'),
  delete: { label: 'Delete', action: onContents('delete') },
  editmenu: {
    label: 'Edit',
    submenu: [
      ...roles('undo', 'redo'),
      separator,
      ...roles('cut', 'copy', 'paste', 'delete'),
      separator,
      ...roles('selectAll'),
    ],
  },
  filemenu: { label: 'File', submenu: roles('quit') },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    action: onContents('reloadIgnoringCache'),
  },
  front: { label: 'Bring All to Front' },
  help: { label: 'Help' },
  hide: { label: `Hide ${appName}`, accelerator: 'Command+H' },
  hideothers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
  minimize: {
    label: 'Minimize',
    accelerator: 'CommandOrControl+M',
    action: { on: 'window', call: 'minimize' },
  },
  paste: edit('Paste', 'CommandOrControl+V', 'paste'),
  pasteandmatchstyle: edit(
    'Paste and Match Style',
    'Shift+CommandOrControl+V',
    'pasteAndMatchStyle',
  ),
  quit: {
    label: 'Quit',
    accelerator: 'CommandOrControl+Q',
    action: { on: 'app', call: 'quit' },
  },
  recentdocuments: { label: 'Open Recent' },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z', action: onContents('redo') },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', action: onContents('reload') },
  resetzoom: {
    label: 'Actual Size',
    accelerator: 'CommandOrControl+0',
    action: { on: 'zoom', change: () => 0 },
  },
  selectall: {
    label: 'Select All',
    accelerator: 'CommandOrControl+A',
    action: onContents('selectAll'),
  },
  services: { label: 'Services' },
  sharemenu: { label: 'Share', submenu: [] },
  showsubstitutions: { label: 'Show Substitutions' },
  startspeaking: { label: 'Start Speaking' },
  stopspeaking: { label: 'Stop Speaking' },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Ctrl+Shift+I',
    action: onContents('toggleDevTools'),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    action: { on: 'window', call: 'toggleFullScreen' },
  },
  togglesmartdashes: { label: 'Smart Dashes' },
  togglesmartquotes: { label: 'Smart Quotes' },
  toggletextreplacement: { label: 'Text Replacement' },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', action: onContents('undo') },
  unhide: { label: 'Show All' },
  viewmenu: {
    label: 'View',
    submenu: [
      ...roles('reload', 'forceReload', 'toggleDevTools'),
      separator,
      ...roles('resetZoom', 'zoomIn', 'zoomOut'),
      separator,
      ...roles('togglefullscreen'),
    ],
  },
  window: { label: 'Window' },
  windowmenu: { label: 'Window', submenu: roles('minimize', 'zoom', 'close') },
  zoom: { label: 'Zoom' },
  zoomin: {
    label: 'Zoom In',
    accelerator: 'CommandOrControl+Plus',
    action: { on: 'zoom', change: (level) => level + 0.5 },
  },
  zoomout: {
    label: 'Zoom Out',
    accelerator: 'CommandOrControl+-',
    action: { on: 'zoom', change: (level) => level - 0.5 },
  },
});
