import type { Switches } from '../boot/switches.ts';

/** Features that would stop a page from behaving as it does in Electron, or call home. */
const DISABLED_FEATURES = [
  // Chromium 155 and later abort a preflighted redirect while Fetch interception is on.
  'AvoidCorsURLLoaderRestartOnRedirect',
  // A page that is gone back to loads again, as in Electron.
  'BackForwardCache',
  // Electron lets a page reach loopback addresses.
  'LocalNetworkAccessChecks',
  'MediaRouter',
  'OptimizationHints',
  'Translate',
];

/** Switches that belong to the host, take the windows out of its hands, or end Chromium at once. */
const KEPT_BACK = new Set([
  'app',
  'disable-features',
  'headless',
  'help',
  'inspect',
  'inspect-brk',
  'password-store',
  'product-version',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'user-data-dir',
  'version',
]);

export interface ChromiumOptions {
  readonly profile: string;
  readonly headless: boolean;
  /** Chromium's sandbox refuses to run as root. */
  readonly asRoot: boolean;
  /** The app's own command line, passed on as Electron passes it to Chromium. */
  readonly switches: Switches;
}

/** What both the browser and a process that asks it for one more window need. */
export const windowArguments = (options: ChromiumOptions): readonly string[] => [
  `--user-data-dir=${options.profile}`,
  // Without --test-type a bar about --no-sandbox takes 56 px of every window.
  ...(options.asRoot ? ['--no-sandbox', '--test-type'] : []),
];

export function chromiumArguments(options: ChromiumOptions): readonly string[] {
  const { switches } = options;
  const features = [...DISABLED_FEATURES, switches.value('disable-features')].filter(Boolean);
  const port = switches.has('remote-debugging-port')
    ? [`--remote-debugging-port=${switches.value('remote-debugging-port')}`]
    : [];
  const passedOn = switches
    .entries()
    .filter(([name]) => !KEPT_BACK.has(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  return [
    ...windowArguments(options),
    '--remote-debugging-pipe',
    ...port,
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-infobars',
    '--disable-sync',
    '--password-store=basic',
    `--disable-features=${features.join(',')}`,
    ...(options.headless ? ['--headless'] : []),
    ...passedOn,
  ];
}
