import type { Transport } from './transport.ts';
import { pictureUrl } from './picture-url.ts';

/** Bytes of one picture; ClickUp's are a few kilobytes. */
const LARGEST = 1024 * 1024;

/** Pictures held in memory at most. */
const MOST_HELD = 200;

/** Milliseconds until a picture that could not be had is asked for again. */
const RETRY_MS = 5 * 60_000;

/** Image formats by their first bytes. What a server says of the type counts for nothing. */
const FORMATS = [
  { type: 'image/png', begins: /^\x89PNG\r\n/u },
  { type: 'image/jpeg', begins: /^\xFF\xD8\xFF/u },
  { type: 'image/gif', begins: /^GIF8[79]a/u },
  { type: 'image/webp', begins: /^RIFF[\s\S]{4}WEBP/u },
] as const;

export interface Picture {
  readonly type: (typeof FORMATS)[number]['type'];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Pictures of people and Workspaces: fetched without a token, from listed hosts only, and held in
 * memory for this run.
 */
export interface Pictures {
  /** The picture at an address of the app's own origin; null where it is not known or cannot be had. */
  read(address: string): Promise<Picture | null>;
  /** Drops all that is held, as when a connection is signed out. */
  forget(): void;
}

type Held =
  | { readonly kind: 'fetching'; readonly picture: Promise<Picture | null> }
  | { readonly kind: 'here'; readonly picture: Picture }
  | { readonly kind: 'failed'; readonly at: number };

export function createPictures(options: {
  /** Must carry no cookies and refuse redirects. */
  readonly transport: Transport;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Whether an answer of ClickUp named it: the window cannot have just anything fetched. */
  readonly isKnown: (address: string) => boolean;
  /** The origin of a server on this computer that stands for ClickUp; null for ClickUp itself. */
  readonly own: string | null;
}): Pictures {
  const held = new Map<string, Held>();

  const fetchPicture = async (url: string): Promise<Picture | null> => {
    const answer = await options.transport({
      url,
      method: 'GET',
      headers: { accept: 'image/webp,image/png,image/jpeg,image/gif' },
    });
    return answer.ok && answer.value.status === 200 ? readPicture(answer.value.bytes) : null;
  };

  const hold = (address: string, one: Held): void => {
    held.delete(address);
    held.set(address, one);
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
  };

  return {
    async read(address) {
      const url = options.isKnown(address) ? pictureUrl(address, options.own) : null;
      if (url === null) return null;
      const one = held.get(address);
      if (one?.kind === 'here' || one?.kind === 'fetching') return one.picture;
      if (one?.kind === 'failed' && options.now() - one.at < RETRY_MS) return null;
      const fetching = { kind: 'fetching', picture: fetchPicture(url) } as const;
      hold(address, fetching);
      const picture = await fetching.picture;
      // Forgotten in the meantime: whoever asked still gets it, and nothing of it stays.
      if (held.get(address) === fetching) {
        hold(
          address,
          picture === null ? { kind: 'failed', at: options.now() } : { kind: 'here', picture },
        );
      }
      return picture;
    },
    forget: () => held.clear(),
  };
}

/** Reads bytes as a picture by what they begin with; null for anything else, and for what is too large. */
function readPicture(bytes: Uint8Array): Picture | null {
  if (bytes.byteLength > LARGEST) return null;
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const format = FORMATS.find(({ begins }) => begins.test(head));
  return format === undefined ? null : { type: format.type, bytes: new Uint8Array(bytes) };
}
