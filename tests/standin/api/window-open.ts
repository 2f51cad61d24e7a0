import type {
  BrowserWindowConstructorOptions,
  WebContents as ElectronWebContents,
  WebPreferences,
  WindowOpenHandlerResponse,
} from 'electron';
import type { Opening } from '../page/page-events.ts';

export type WindowOpenHandler = Parameters<ElectronWebContents['setWindowOpenHandler']>[0];

/** A window the page may open, with all that it and `did-create-window` need to know. */
export interface AllowedWindow {
  readonly options: BrowserWindowConstructorOptions;
  readonly outlivesOpener: boolean;
  readonly details: Omit<WindowDetails, 'features' | 'postBody'>;
}

type WindowDetails = Parameters<WindowOpenHandler>[0];

/** What a page may ask for of its new window. */
const NUMBERS: Readonly<Record<string, keyof BrowserWindowConstructorOptions>> = {
  height: 'height',
  innerheight: 'height',
  innerwidth: 'width',
  left: 'x',
  maxheight: 'maxHeight',
  maxwidth: 'maxWidth',
  minheight: 'minHeight',
  minwidth: 'minWidth',
  top: 'y',
  width: 'width',
};

/** Preferences a child keeps from its opener whatever the page asks: those that protect. */
const INHERITED = {
  contextIsolation: true,
  javascript: false,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  sandbox: true,
  webviewTag: false,
} as const satisfies WebPreferences;

function optionsOf(features: string): BrowserWindowConstructorOptions {
  const options: Record<string, unknown> = {};
  for (const feature of features.split(',')) {
    const [name = '', value = ''] = feature.split('=').map((part) => part.trim());
    const key = NUMBERS[name.toLowerCase()];
    const number = Number.parseInt(value, 10);
    if (key !== undefined && Number.isFinite(number)) options[key] = number;
    if (name === 'show') options['show'] = !/^(0|no|false)$/.test(value);
  }
  return options;
}

const inheritedPreferences = (opener: WebPreferences): WebPreferences =>
  Object.fromEntries(
    Object.entries(INHERITED).filter(
      ([name, value]) => opener[name as keyof WebPreferences] === value,
    ),
  );

/**
 * The app's verdict on a window that a page wants; without a handler it may open. Undefined means
 * that it may not.
 */
export function decideWindow(
  handler: WindowOpenHandler | undefined,
  { url, frameName, features }: Opening,
  opener: { readonly url: string; readonly preferences: WebPreferences },
): AllowedWindow | undefined {
  const referrer = { url: opener.url, policy: 'strict-origin-when-cross-origin' as const };
  const disposition = features === '' ? 'foreground-tab' : 'new-window';
  const answer: unknown =
    handler === undefined
      ? { action: 'allow' }
      : handler({ url, frameName, features, disposition, referrer });
  const response = (answer ?? {}) as Partial<WindowOpenHandlerResponse>;
  if (response.action !== 'allow') {
    if (response.action !== 'deny')
      console.error(
        "The window open handler response must be an object with an 'action' property of 'allow' or 'deny'.",
      );
    return undefined;
  }
  const { overrideBrowserWindowOptions = {}, outlivesOpener = false } = response;
  const options = {
    show: true,
    width: 800,
    height: 600,
    ...optionsOf(features),
    ...overrideBrowserWindowOptions,
    webPreferences: {
      ...inheritedPreferences(opener.preferences),
      ...overrideBrowserWindowOptions.webPreferences,
    },
  };
  return { options, outlivesOpener, details: { url, frameName, disposition, referrer } };
}
