import type { IgnoredAnswer, RedirectRoute, RouteTest } from '../../../electron/contract/oauth.ts';
import type { TokenPlace } from '../../../electron/contract/session.ts';
import type { Formats } from '../format.ts';

const routes: Readonly<Record<RedirectRoute, string>> = {
  protocol: 'Straight to Perch',
  loopback: 'Local port',
  bridge: 'Team page',
};

/** The same inside a sentence. */
const ways: Readonly<Record<RedirectRoute, string>> = {
  protocol: 'straight to Perch',
  loopback: 'a local port',
  bridge: 'the team page',
};

const ignored: Readonly<Record<IgnoredAnswer, string>> = {
  unreadable:
    'That is not the address of a sign-in. Copy all of it from the browser’s address bar.',
  bareCode:
    'A code alone does not prove where it came from. Paste the whole address from the browser.',
  noState: 'That address has no state, so Perch cannot tell whose sign-in it is. Nothing was sent.',
  otherState: 'That answer belongs to another sign-in. Nothing was sent; this one goes on.',
  otherRedirect:
    'That answer came to another redirect URL than this sign-in uses. Nothing was sent.',
};

const tests: Readonly<Record<RouteTest['kind'], string>> = {
  testing: 'Waiting for the browser…',
  arrived: 'Works: the browser came back to Perch.',
  nothingCame:
    'Nothing came back. Another program may own this address, or the browser asked first.',
  portTaken: 'Another program uses this port.',
};

const kept: Readonly<Record<TokenPlace, string>> = {
  macKeychain: 'Secret encrypted by the macOS Keychain',
  windowsDpapi: 'Secret encrypted by Windows for your account',
  linuxKeyring: 'Secret encrypted with a key from your system keyring',
  memory: 'Secret in memory for this run only',
  weak: 'Secret stored under a key that is not secret, by your choice',
  none: 'No secret',
};

const nothingStored = 'Nothing was stored, and your other connections are untouched.';

export const oauth = (format: Formats) => ({
  methods: { label: 'How to connect', personal: 'Personal token', oauth: 'Sign in with OAuth' },
  routes,
  ignored,
  tests,
  kept,
  setUp: {
    create:
      'In ClickUp, click your avatar, then *Integrations*, *ClickUp API* and *Create an App*. Only a Workspace owner or admin can.',
    open: 'Open ClickUp',
    register:
      'Give the app these redirect URLs, and tick those you gave it. ClickUp matches them letter by letter.',
    enter: 'Copy its client ID and secret here. The secret is guarded like a token.',
    redirects: 'Redirect URLs',
    copy: (uri: string) => `Copy ${uri}`,
    copied: 'Copied',
    bridge: 'Your team’s page',
    bridgeHint: 'https://…, if your team hosts one',
    clientId: 'Client ID',
    secret: 'Client secret',
    secretKept: 'Kept; enter another to replace it',
    secretHint: 'From the app’s page in ClickUp',
    endpoint: (address: string) => `The secret stays with ${address}`,
    show: 'Show',
    hide: 'Hide',
    save: 'Save',
    saveAndSignIn: 'Save and sign in',
    cancel: 'Cancel',
    openFile: 'Open team set-up file…',
    dropHere: 'Drop the set-up file to open it',
    noRedirect: 'Tick at least one redirect URL.',
  },
  file: {
    title: 'Set-up file of your team',
    sealed: 'Its client secret is sealed. Ask whoever made the file for the passphrase.',
    hosted: (address: string) => `The secret stays with ${address}; only the code goes there.`,
    passphrase: 'Passphrase',
    add: 'Add and sign in',
    back: 'Back',
  },
  start: {
    lead: 'Your browser opens ClickUp, where you choose the Workspaces Perch may use.',
    app: (clientId: string) => `OAuth app ${clientId}`,
    choose: 'OAuth app',
    go: 'Sign in with the browser',
    change: 'Change details',
    another: 'Use another app',
  },
  waiting: {
    title: 'Waiting for your browser',
    text: 'Choose the Workspaces in ClickUp and confirm. Perch takes over from there.',
    left: (until: number, now: number) => `${format.countdown(until, now)} left`,
    keepRunning: 'Keep Perch running until you are back.',
    again: 'Open again',
    copy: 'Copy link',
    copied: 'Copied',
    next: (route: RedirectRoute) => `Use another way: ${ways[route]}`,
    cancel: 'Cancel',
    paste: 'Did the browser end on a page that does not load? Paste its address.',
    pasteLabel: 'Address the browser ended on',
    pasteHint: (redirect: string) => `${redirect}?…`,
    use: 'Use address',
  },
  exchanging: 'ClickUp said yes. Getting the token…',
  confirming: {
    title: 'Connect this account?',
    note: 'Nothing is stored until you say so.',
    workspaces: (count: number, names: string) =>
      count === 0 ? 'No Workspaces' : `${format.number(count)}: ${names}`,
    yes: (name: string) => `Connect ${name}`,
    no: 'Not this one',
  },
  failed: {
    again: 'Sign in again',
    next: (route: RedirectRoute) => `Use another way: ${ways[route]}`,
    change: 'Change details',
    close: 'Close',
    denied: (description: string | null) => ({
      title: 'ClickUp was told no',
      advice: description === null ? nothingStored : `It says “${description}”. ${nothingStored}`,
    }),
    empty: {
      title: 'ClickUp sent neither a code nor a reason',
      advice: `Perhaps the request was declined. ${nothingStored}`,
    },
    expired: {
      title: 'The sign-in took longer than ten minutes',
      advice: `It was ended for safety. ${nothingStored}`,
    },
    noBrowser: {
      title: 'The browser could not be opened',
      advice: 'Set a default browser for this computer, then sign in again.',
    },
    portTaken: (port: number) => ({
      title: `Another program uses port ${port}`,
      advice: 'End it and sign in again, or take another route.',
    }),
    nothingPending: {
      title: 'A sign-in link was opened, but no sign-in was under way',
      advice: 'It was ignored and nothing was sent. If you meant to sign in, start again here.',
    },
    redirect: {
      title: 'This redirect URL is not registered',
      advice: 'Add it to the app in ClickUp letter by letter, or take a route that is registered.',
    },
    clientId: {
      title: 'ClickUp does not know this client ID',
      advice: 'Compare it with the app’s page in ClickUp. Your other connections are untouched.',
    },
    clientSecret: {
      title: 'ClickUp refused the app’s details',
      advice: 'Compare client ID and secret with the app’s page; the secret may have been renewed.',
    },
    code: {
      title: 'The code was used up or too old',
      advice: `Each one works once and not for long. ${nothingStored}`,
    },
    offline: {
      title: 'The network went away on the last step',
      advice: `${nothingStored} Sign in again when you are back online.`,
    },
    server: (status: number) => ({
      title: 'ClickUp has a problem of its own',
      advice: `It answered the exchange with ${status}. ${nothingStored}`,
    }),
    badAnswer: {
      title: 'The answer was not a token',
      advice: `Something between you and ClickUp may have answered. ${nothingStored}`,
    },
  },
  apps: {
    title: 'OAuth apps',
    hosted: (address: string) => `Secret stays with ${address}`,
    edit: 'Edit',
    share: 'Share set-up file…',
    remove: 'Remove',
    confirm: {
      label: 'Remove this OAuth app?',
      text: 'Its client secret is deleted from this computer. Connections made with it stay; to change their Workspaces you would enter it again.',
      yes: 'Yes, remove',
      no: 'Keep',
    },
    test: 'Test',
    testLabel: (uri: string) => `Test ${uri}`,
  },
  share: {
    keeper: 'Who keeps the secret',
    keepers: { sealed: 'Sealed in the file', endpoint: 'Kept by an endpoint' },
    sealed:
      'The file holds the client ID, the redirect URLs and the secret, sealed with a passphrase. Tell it to people another way than the file.',
    endpoint:
      'The file holds the client ID, the redirect URLs and the address of your exchange endpoint, which keeps the secret. The file holds no secret.',
    address: 'Address of the exchange endpoint',
    addressHint: 'https://…',
    passphrase: 'Passphrase, 12 characters or more',
    save: 'Save file…',
    cancel: 'Cancel',
    saved: 'Saved.',
  },
  addWorkspaces: 'Add or remove Workspaces',
  signInAgain: 'Sign in again',
});
