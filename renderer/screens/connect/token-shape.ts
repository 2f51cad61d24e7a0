/** Why a text does not look like a personal token, though it could still be one. */
export type OddReason =
  | 'incomplete'
  | 'lowercase'
  | 'url'
  | 'spaces'
  | 'email'
  | 'oauthClient'
  | 'oauthToken'
  | 'unknown';

/** Why a text cannot be a token at all: it could not be sent in a header. */
export type UnusableReason = 'control' | 'nonAscii';

/** What a typed text looks like. Only `empty` and `unusable` cannot be tried. */
export type TokenShape =
  | { readonly kind: 'empty' }
  | { readonly kind: 'personal' }
  | { readonly kind: 'odd'; readonly why: OddReason }
  | { readonly kind: 'unusable'; readonly why: UnusableReason };

/** ClickUp: "Personal tokens will always begin with pk_"; then the user's number and a code. */
const PERSONAL = /^pk_\d+_[A-Z0-9]+$/u;

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001F\u007F]/u;
// oxlint-disable-next-line no-control-regex -- so is everything beyond ASCII
const NON_ASCII = /[^\u0000-\u007F]/u;

const ODD: readonly (readonly [OddReason, RegExp])[] = [
  ['url', /^[a-z]+:\/\/|^(?:www\.|app\.)?clickup\.com/iu],
  ['spaces', / /u],
  ['email', /@/u],
  ['lowercase', /^pk_\d+_[A-Za-z0-9]+$/u],
  ['incomplete', /^p?k?_?$|^pk_/iu],
  ['oauthClient', /^[A-Z0-9]{32}$|^[A-Z0-9]{64}$/u],
  ['oauthToken', /^\d+_[0-9a-f]{32,}$/u],
];

/** Judges a text as it stands in the field; spaces around it do not count. */
export function tokenShape(text: string): TokenShape {
  const token = text.trim();
  if (token === '') return { kind: 'empty' };
  if (CONTROL.test(token)) return { kind: 'unusable', why: 'control' };
  if (NON_ASCII.test(token)) return { kind: 'unusable', why: 'nonAscii' };
  if (PERSONAL.test(token)) return { kind: 'personal' };
  const odd = ODD.find(([, pattern]) => pattern.test(token));
  return { kind: 'odd', why: odd?.[0] ?? 'unknown' };
}

/**
 * Takes a token out of what people copy around it: blank lines, quotes, a header's name as in
 * `Authorization: pk_…` or `-H "Authorization: pk_…"`, an `export NAME=`.
 */
export function cleanPaste(text: string): string {
  let token = text.trim();
  for (;;) {
    const shorter = token
      .replace(/^(?:-H|--header)\s+/u, '')
      .replace(/^["'`]+|["'`]+[;,]?$/gu, '')
      .replace(/^authorization["']?\s*:\s*/iu, '')
      .replace(/^bearer\s+(?=pk_)/iu, '')
      .replace(/^(?:export\s+)?[A-Z][A-Z0-9_]*=(?=["'`]?pk_)/u, '')
      .trim();
    if (shorter === token) return token;
    token = shorter;
  }
}
