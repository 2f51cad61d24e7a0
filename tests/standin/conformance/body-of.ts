import type { ElectronApplication } from '@playwright/test';

/** Loads a page in a hidden window and tells what its body says, or why the load failed. */
export const bodyOf = (app: ElectronApplication, url: string): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false });
    try {
      await window.loadURL(address);
      return String(await window.webContents.executeJavaScript('document.body.textContent'));
    } catch (error) {
      return (error as { code?: string }).code ?? 'no code';
    }
  }, url);
