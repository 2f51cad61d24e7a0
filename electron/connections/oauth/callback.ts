import { SCHEME } from '../../contract/scheme.ts';

/** What an address that should be a callback says. */
export type Callback =
  | {
      readonly kind: 'code';
      readonly arrival: string;
      readonly state: string;
      readonly code: string;
    }
  | {
      readonly kind: 'denied';
      readonly arrival: string;
      readonly state: string;
      /** ClickUp's own words, or its error name where it gave none. */
      readonly description: string | null;
    }
  /** A state, and neither a code nor an error. */
  | { readonly kind: 'empty'; readonly arrival: string; readonly state: string }
  | { readonly kind: 'refused'; readonly reason: CallbackRefusal };

export type CallbackRefusal =
  | 'tooLong'
  | 'controlCharacters'
  | 'notAnAddress'
  | 'bareCode'
  | 'otherScheme'
  | 'userinfo'
  | 'fragment'
  | 'duplicate'
  | 'malformed'
  | 'noState';

/** Bytes; longer addresses are refused unread (requirement O6). */
const LONGEST = 4096;
/** Characters of an error description that are shown; it comes from outside. */
const LONGEST_DESCRIPTION = 200;
/** The parameters that decide; each may stand in the address once. */
const DECISIVE = ['state', 'code', 'error', 'error_description'] as const;

/** What `URL` would drop or turn into something else without a word. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
export const UNSAFE = /[\u0000-\u0020\u007F\\]/u;

const VISIBLE = /^[\u0021-\u007E]{1,2048}$/u;

const refused = (reason: CallbackRefusal): Callback => ({ kind: 'refused', reason });

/**
 * Reads the address on which a browser ended, however it came: by the custom protocol, the loopback
 * server or the person's clipboard. Never throws and asks nobody; whether the answer belongs to an
 * attempt is for `judge` to say. The raw text is checked first, because `URL` removes tabs and line
 * breaks without a word and turns backslashes into slashes.
 */
export function parseCallback(text: string): Callback {
  if (text.length > LONGEST || Buffer.byteLength(text) > LONGEST) return refused('tooLong');
  if (UNSAFE.test(text)) return refused('controlCharacters');
  if (!text.includes('://')) return refused(VISIBLE.test(text) ? 'bareCode' : 'notAnAddress');
  if (!URL.canParse(text)) return refused('notAnAddress');
  const url = new URL(text);
  const isOurs = url.protocol === `${SCHEME}:` || url.protocol === 'https:';
  const isLoopback = url.protocol === 'http:' && url.hostname === '127.0.0.1';
  if (!isOurs && !isLoopback) return refused('otherScheme');
  if (url.username !== '' || url.password !== '') return refused('userinfo');
  if (text.includes('#')) return refused('fragment');
  if (DECISIVE.some((name) => url.searchParams.getAll(name).length > 1))
    return refused('duplicate');

  const [state, code, error, description] = DECISIVE.map(
    (name) => url.searchParams.get(name) ?? '',
  );
  if (state === undefined || state === '') return refused('noState');
  if (!VISIBLE.test(state)) return refused('malformed');
  const arrival = `${url.protocol}//${url.host}${url.pathname}`;
  if (error !== undefined && error !== '') {
    return { kind: 'denied', arrival, state, description: plainText(wordsOf(error, description)) };
  }
  if (code === undefined || code === '') return { kind: 'empty', arrival, state };
  if (!VISIBLE.test(code)) return refused('malformed');
  return { kind: 'code', arrival, state, code };
}

/** What ClickUp says of a refusal; that it was refused at all is no news (RFC 6749 §4.1.2.1). */
const wordsOf = (error: string, description = ''): string =>
  description === '' && error !== 'access_denied' ? error : description;

/** A text from outside as one short line. */
function plainText(text: string): string | null {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return line === '' ? null : line.slice(0, LONGEST_DESCRIPTION).toWellFormed();
}

/**
 * Reads what a person pasted. Space around it is no harm, and browsers that hide `http://` may have
 * left it out.
 */
export function parsePasted(text: string): Callback {
  const address = text.trim();
  return parseCallback(address.startsWith('127.0.0.1:') ? `http://${address}` : address);
}
