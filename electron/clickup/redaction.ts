/** Fields that carry a secret in ClickUp's answers: the token exchange and webhooks (requirement P4). */
const SECRET_FIELDS = new Set(['access_token', 'refresh_token', 'client_secret', 'secret']);

/** Where the value of such a field begins in a text that is no whole JSON document. */
const SECRET_VALUES = /"(?:access_token|refresh_token|client_secret|secret)"\s*:\s*"/gu;

/** What stands in the place of a secret. */
export const REDACTED = '[redacted by Perch]';

/** A text without its secrets, and how many were taken out. */
export interface Redacted {
  readonly text: string;
  readonly count: number;
}

/**
 * Blanks secrets by field name in a JSON text, and the request's own token wherever a server repeats
 * it, escaped or not. Everything else stays as it was, to the byte: big numbers, spaces and all.
 * @param token Not empty.
 */
export function redactAnswer(text: string, token: string): Redacted {
  const mayHoldSecret =
    text.includes(token) || text.includes('\\') || text.search(SECRET_VALUES) !== -1;
  if (!mayHoldSecret) return { text, count: 0 };
  return isJson(text) ? redactJson(text, token) : redactFragment(text, token);
}

/** Blanks a token in a plain text. */
export function redactToken(text: string, token: string): Redacted {
  const parts = text.split(token);
  return { text: parts.join(REDACTED), count: parts.length - 1 };
}

/** Goes from text to text of a JSON document. No regular expression: a long text overflows its stack. */
function redactJson(json: string, token: string): Redacted {
  const pieces: string[] = [];
  let count = 0;
  let copied = 0;
  let secretAt = -1;
  const replace = (from: number, to: number, plain: string): void => {
    pieces.push(json.slice(copied, from), JSON.stringify(plain).slice(1, -1));
    copied = to;
  };

  for (let from = json.indexOf('"') + 1; from !== 0;) {
    const to = closingQuote(json, from);
    const plain = plainOf(json.slice(from, to));
    const colon = nextInk(json, to + 1);
    const echo = redactToken(plain, token);
    if (from === secretAt && plain !== '') {
      count += 1;
      replace(from, to, REDACTED);
    } else if (echo.count > 0) {
      count += echo.count;
      replace(from, to, echo.text);
    }
    const isSecretField = json[colon] === ':' && SECRET_FIELDS.has(plain);
    secretAt = isSecretField ? nextInk(json, colon + 1) + 1 : -1;
    from = json.indexOf('"', to + 1) + 1;
  }
  return { text: pieces.join('') + json.slice(copied), count };
}

/** The same for what is no JSON document, such as one that was cut off: a value may lack its end. */
function redactFragment(text: string, token: string): Redacted {
  const pieces: string[] = [];
  let copied = 0;
  for (const field of text.matchAll(SECRET_VALUES)) {
    const from = field.index + field[0].length;
    const to = closingQuote(text, from);
    if (from < copied || from === to) continue;
    pieces.push(text.slice(copied, from));
    copied = to;
  }
  const blanked = [...pieces, text.slice(copied)].join(REDACTED);
  const echo = redactToken(blanked, token);
  return { text: echo.text, count: pieces.length + echo.count };
}

/** Where the text that begins here ends: at the next quote that no backslash takes away, or never. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

/** The next place that is not blank. */
function nextInk(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}

/** What a JSON text says between its quotes. */
const plainOf = (literal: string): string =>
  literal.includes('\\') ? String(JSON.parse(`"${literal}"`)) : literal;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
