// Uses what needs a ready app before it is ready, and notes in `globalThis.early` what came of it.
import {
  app,
  dialog,
  globalShortcut,
  nativeImage,
  net,
  Notification,
  protocol,
  safeStorage,
  screen,
  session,
  Tray,
} from 'electron';

const attempts = {
  showOpenDialog: () => dialog.showOpenDialogSync({ properties: ['openFile'] }),
  showSaveDialog: () => dialog.showSaveDialogSync({}),
  showMessageBox: () => dialog.showMessageBoxSync({ message: 'x' }),
  showErrorBox: () => dialog.showErrorBox('Early title', 'Early content'),
  register: () => globalShortcut.register('Alt+1', () => undefined),
  unregisterAll: () => globalShortcut.unregisterAll(),
  tray: () => new Tray(nativeImage.createEmpty()),
  notification: () => new Notification({ title: 'x' }),
  getPrimaryDisplay: () => screen.getPrimaryDisplay(),
  defaultSession: () => session.defaultSession,
  fromPartition: () => session.fromPartition('x'),
  request: () => net.request('http://127.0.0.1/'),
  isEncryptionAvailable: () => safeStorage.isEncryptionAvailable(),
  encryptString: () => safeStorage.encryptString('x'),
  decryptString: () => safeStorage.decryptString(Buffer.from('x')),
  getSelectedStorageBackend: () => safeStorage.getSelectedStorageBackend(),
};

globalThis.early = {};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    const result = attempt();
    globalThis.early[name] = result === undefined ? 'returned' : result;
  } catch (error) {
    globalThis.early[name] = String(error);
  }
}
await safeStorage
  .encryptStringAsync('x')
  .catch((error) => (globalThis.early.encryptStringAsync = String(error)));

app.whenReady().then(() => {
  try {
    protocol.registerSchemesAsPrivileged([{ scheme: 'late' }]);
  } catch (error) {
    globalThis.early.registerSchemesAsPrivileged = String(error);
  }
});
app.on('window-all-closed', () => undefined);
