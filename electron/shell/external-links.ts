import { assertNever } from '../contract/errors.ts';
import type { LinkName } from '../contract/app.ts';

/** Hosts that Perch may ask the system's browser to open. */
const HOSTS = new Set([
  'app.clickup.com',
  'clickup.com',
  'developer.clickup.com',
  'help.clickup.com',
]);

/** The addresses behind the names that the renderer may use. */
function addressOf(link: LinkName): string {
  switch (link) {
    case 'clickupApiToken':
      return 'https://app.clickup.com/settings/apps';
    case 'clickupHome':
      return 'https://app.clickup.com/';
    case 'clickupAuthenticationHelp':
      return 'https://developer.clickup.com/docs/authentication';
    default:
      return assertNever(link);
  }
}

/**
 * The address as it may be handed to the system, written anew from its parts; null where it is not
 * plain https to a listed host.
 */
export function safeExternalAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isSafe =
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.port === '' &&
    HOSTS.has(url.hostname);
  return isSafe ? url.href : null;
}

/** The one way out to the system's browser. Answers whether the page was let through. */
export function createExternalLinks(openExternal: (address: string) => Promise<void>) {
  return async (link: LinkName): Promise<boolean> => {
    const address = safeExternalAddress(addressOf(link));
    if (address === null) return false;
    await openExternal(address);
    return true;
  };
}
