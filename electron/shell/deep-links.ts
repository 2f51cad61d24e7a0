import { SCHEME } from '../contract/scheme.ts';

const PREFIX = `${SCHEME}:`;

/** Longer arguments are no link of ours. */
const LONGEST = 8192;

/**
 * The one deep link in a command line, wherever it stands: Chromium reorders and extends the
 * arguments that a second instance hands over, so no position means anything. Null where there is
 * none, or more than one.
 */
export function findDeepLink(argv: readonly string[]): string | null {
  const links = argv.filter(
    (argument) =>
      argument.length <= LONGEST && argument.slice(0, PREFIX.length).toLowerCase() === PREFIX,
  );
  const [only, ...others] = links;
  return others.length === 0 ? (only ?? null) : null;
}

/** What a deep link asks for. Its address is passed on whole: whoever takes it checks it. */
export type DeepLink =
  | { readonly kind: 'oauthCallback'; readonly address: string }
  | { readonly kind: 'unknown' };

/** Sorts a deep link by its host. Never throws. */
export function readDeepLink(address: string): DeepLink {
  if (!URL.canParse(address)) return { kind: 'unknown' };
  const { protocol, host } = new URL(address);
  if (protocol !== PREFIX) return { kind: 'unknown' };
  return host === 'oauth' ? { kind: 'oauthCallback', address } : { kind: 'unknown' };
}

/** Holds links that come before anybody can take them, and hands them over in order afterwards. */
export interface DeepLinkInbox {
  push(address: string): void;
  /** From now on every link goes here, those that waited first. */
  open(take: (address: string) => void): void;
}

export function createDeepLinkInbox(): DeepLinkInbox {
  let waiting: readonly string[] = [];
  let take: ((address: string) => void) | null = null;
  return {
    push(address) {
      if (take === null) waiting = [...waiting, address].slice(-8);
      else take(address);
    },
    open(taker) {
      take = taker;
      const before = waiting;
      waiting = [];
      for (const address of before) taker(address);
    },
  };
}

/** The part of Electron's `app` that registers schemes. */
interface SchemeRegistry {
  readonly isPackaged: boolean;
  isDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean;
  setAsDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean;
}

/**
 * Makes Perch the program that opens its links, where it is not already: a package's installer does
 * it too, but a copied folder has none. An unpackaged build on Windows names itself to its runtime;
 * on Linux and macOS only a package can be registered.
 * @param entry The app's folder or file, as the runtime was started with it.
 */
export function registerScheme(
  app: SchemeRegistry,
  platform: NodeJS.Platform,
  executable: string,
  entry: string | undefined,
): void {
  if (!app.isPackaged && (platform !== 'win32' || entry === undefined)) return;
  if (app.isPackaged || entry === undefined) {
    if (!app.isDefaultProtocolClient(SCHEME)) app.setAsDefaultProtocolClient(SCHEME);
  } else if (!app.isDefaultProtocolClient(SCHEME, executable, [entry])) {
    app.setAsDefaultProtocolClient(SCHEME, executable, [entry]);
  }
}
