// Loaded with `-r`: makes a tray before the app is ready and notes what came of it.
const { nativeImage, Tray } = require('electron');

try {
  globalThis.earlyTray = new Tray(nativeImage.createEmpty());
} catch (error) {
  globalThis.earlyTray = error.message;
}
