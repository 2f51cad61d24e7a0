/**
 * Every IPC channel by name, grouped by domain. This file holds no schema and imports nothing,
 * so the preload can import it and stay small.
 */
export const CHANNELS = {
  app: {
    describe: 'app:describe',
    openLink: 'app:open-link',
    takeScreen: 'app:take-screen',
  },
  session: {
    read: 'session:read',
    refresh: 'session:refresh',
    chooseWorkspace: 'session:choose-workspace',
    workspacePlan: 'session:workspace-plan',
  },
  connections: {
    connectPersonal: 'connections:connect-personal',
    connectSample: 'connections:connect-sample',
    verify: 'connections:verify',
    activate: 'connections:activate',
    signOut: 'connections:sign-out',
    keepWeakly: 'connections:keep-weakly',
    retryVault: 'connections:retry-vault',
  },
  oauth: {
    redirects: 'oauth:redirects',
    saveApp: 'oauth:save-app',
    removeApp: 'oauth:remove-app',
    exportSetup: 'oauth:export-setup',
    chooseSetup: 'oauth:choose-setup',
    readSetup: 'oauth:read-setup',
    openSetup: 'oauth:open-setup',
    start: 'oauth:start',
    openAgain: 'oauth:open-again',
    copyAddress: 'oauth:copy-address',
    paste: 'oauth:paste',
    cancel: 'oauth:cancel',
    confirm: 'oauth:confirm',
    testRoute: 'oauth:test-route',
    dismissTest: 'oauth:dismiss-test',
  },
  requests: {
    operations: 'requests:operations',
    send: 'requests:send',
    cancel: 'requests:cancel',
    preview: 'requests:preview',
  },
  files: {
    chooseUpload: 'files:choose-upload',
    saveAnswer: 'files:save-answer',
  },
  history: {
    read: 'history:read',
    pin: 'history:pin',
    remove: 'history:remove',
    clear: 'history:clear',
    restore: 'history:restore',
  },
} as const;

/** Every event that main sends to the renderer. */
export const EVENTS = {
  session: { changed: 'session:changed' },
  shell: { showScreen: 'shell:show-screen' },
  requests: { progress: 'requests:progress' },
  history: { changed: 'history:changed' },
} as const;
