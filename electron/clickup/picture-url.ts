/** Below this path of its own origin the window finds pictures. */
const PICTURES = '/pictures/';

/** Where ClickUp keeps pictures of people and Workspaces, as its API answers name them. */
const HOSTS = new Set(['attachments.clickup.com', 'attachments-public.clickup.com']);

/** Each Workspace's own attachments, such as `t123456.p.clickup-attachments.com`. */
const WORKSPACE_HOST = /^t\d{1,20}\.p\.clickup-attachments\.com$/u;

/** The longest address that is taken for one of a picture. */
const LONGEST = 2048;

/**
 * Where the window finds the picture that ClickUp keeps at an address: a name for it and no more,
 * since main fetches it. Null where there is none.
 */
export function pictureAddress(url: unknown): string | null {
  if (typeof url !== 'string' || url === '' || url.length > LONGEST || !url.isWellFormed()) {
    return null;
  }
  return PICTURES + Buffer.from(url).toString('base64url');
}

/**
 * Reads back what a picture’s path names; null unless that is https on one of
 * ClickUp's hosts for files, on its usual port and without user information.
 * @param own The origin of a server on this computer that stands for ClickUp, which may have pictures too.
 */
export function pictureUrl(address: string, own: string | null = null): string | null {
  if (!address.startsWith(PICTURES)) return null;
  const text = Buffer.from(address.slice(PICTURES.length), 'base64url').toString();
  if (!URL.canParse(text) || pictureAddress(text) !== address) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  const isClickUps =
    url.protocol === 'https:' &&
    url.port === '' &&
    (HOSTS.has(url.hostname) || WORKSPACE_HOST.test(url.hostname));
  return isClickUps || url.origin === own ? url.href : null;
}
