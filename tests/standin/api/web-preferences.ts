import type { WebPreferences } from 'electron';

/** A window's preferences with Electron's defaults filled in (`web_contents_preferences.cc`). */
export function effectivePreferences(given: WebPreferences): WebPreferences {
  const nodeIntegration = given.nodeIntegration ?? false;
  return {
    allowRunningInsecureContent: false,
    backgroundThrottling: true,
    contextIsolation: true,
    devTools: true,
    experimentalFeatures: false,
    images: true,
    javascript: true,
    navigateOnDragDrop: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    plugins: false,
    safeDialogs: false,
    spellcheck: true,
    webSecurity: true,
    webviewTag: false,
    ...given,
    nodeIntegration,
    sandbox: given.sandbox ?? !nodeIntegration,
  };
}
