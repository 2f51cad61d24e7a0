import type { Redirect, RedirectRoute } from '../../contract/oauth.ts';
import { SCHEME } from '../../contract/scheme.ts';
import { UNSAFE } from './callback.ts';

const PROTOCOL_URI = `${SCHEME}://oauth/callback`;

/**
 * The ports of the loopback route. Fixed, because ClickUp matches redirect URLs exactly; three, so
 * that a port in use does not end it; below the ports that systems hand out by themselves.
 */
const LOOPBACK_PORTS = [17291, 23719, 28461] as const;

const LOOPBACK_PATH = '/oauth/callback';

/** The redirect URLs that Perch itself answers, in the order in which they should be tried. */
export const OWN_REDIRECTS: readonly Redirect[] = [
  { route: 'protocol', uri: PROTOCOL_URI },
  ...LOOPBACK_PORTS.map((port) => ({
    route: 'loopback' as const,
    uri: `http://127.0.0.1:${port}${LOOPBACK_PATH}`,
  })),
];

export type ReadRedirect =
  | { readonly kind: 'redirect'; readonly redirect: Redirect }
  | {
      readonly kind: 'refused';
      readonly reason: 'notAnAddress' | 'plainHttp' | 'hasQuery' | 'otherScheme';
    };

const refused = (reason: Extract<ReadRedirect, { kind: 'refused' }>['reason']): ReadRedirect => ({
  kind: 'refused',
  reason,
});

/**
 * Reads a redirect URL as a person types it. An address without a scheme becomes https, as on
 * ClickUp's authentication page; plain http is refused, because that page says it may stop working,
 * except to this computer, where only Perch's own three addresses can be answered. Never throws.
 */
export function readRedirect(text: string): ReadRedirect {
  const typed = text.trim();
  const own = OWN_REDIRECTS.find(({ uri }) => uri === typed);
  if (own !== undefined) return { kind: 'redirect', redirect: own };
  if (UNSAFE.test(typed)) return refused('notAnAddress');
  const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return refused('notAnAddress');
  const url = new URL(address);
  if (url.protocol === 'http:') return refused('plainHttp');
  if (url.protocol !== 'https:') return refused('otherScheme');
  if (url.username !== '' || url.password !== '' || !url.hostname.includes('.')) {
    return refused('notAnAddress');
  }
  if (/[?#]/u.test(address)) return refused('hasQuery');
  return { kind: 'redirect', redirect: { route: 'bridge', uri: url.href } };
}

/**
 * The addresses at which the answer of a redirect URL may arrive. A bridge page forwards to the
 * custom protocol, and its own address can be pasted.
 */
export function arrivalsOf({ route, uri }: Redirect): readonly string[] {
  return route === 'bridge' ? [uri, PROTOCOL_URI] : [uri];
}

/** The port of a loopback redirect URL. */
export const portOf = ({ uri }: Redirect): number => Number(new URL(uri).port);

/** The registered redirect URL after one, or null where it is the last. */
export function nextRedirect(registered: readonly Redirect[], present: Redirect): Redirect | null {
  const at = registered.findIndex(({ uri }) => uri === present.uri);
  return registered[at + 1] ?? null;
}

/** The name of a route by the redirect URL alone; used for what lies on disk. */
export const routeOf = (uri: string): RedirectRoute =>
  OWN_REDIRECTS.find((own) => own.uri === uri)?.route ?? 'bridge';
