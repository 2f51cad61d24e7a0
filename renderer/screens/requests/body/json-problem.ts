/** Why a text is no JSON. */
export type JsonFault = 'early' | 'name' | 'separator' | 'colon' | 'value' | 'text' | 'trailing';

/** Where a text stops being JSON, and why. Lines and columns count from 1, `at` from 0. */
export interface JsonProblem {
  readonly fault: JsonFault;
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

const SPACE = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- RFC 8259 forbids exactly these inside of a text
const TEXT = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What may come next: a value, a value or the end of a list, a name, a name or the end of an object, what follows a value. */
type Next = 'value' | 'first value' | 'name' | 'first name' | 'after';

/** The first thing that keeps a text from being JSON (RFC 8259); null where it is JSON. */
export function jsonProblem(text: string): JsonProblem | null {
  let at = 0;
  let next: Next = 'value';
  const open: ('{' | '[')[] = [];

  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found !== null;
  };
  const problem = (fault: JsonFault): JsonProblem => {
    const before = text.slice(0, at);
    const isEarly = at >= text.length;
    return {
      fault: isEarly ? 'early' : fault,
      at,
      line: before.split('\n').length,
      column: at - before.lastIndexOf('\n'),
    };
  };
  /** Reads a text in quotes; false where it is not closed or holds what it may not. */
  const skipText = (): boolean => {
    skip(TEXT);
    if (text[at] !== '"') return false;
    at += 1;
    return true;
  };

  for (;;) {
    skip(SPACE);
    const sign = text[at];
    if (sign === undefined) return next === 'after' && open.length === 0 ? null : problem('early');
    if (next === 'after') {
      const inside = open.at(-1);
      if (inside === undefined) return problem('trailing');
      at += 1;
      if (sign === ',') next = inside === '{' ? 'name' : 'value';
      else if (sign === (inside === '{' ? '}' : ']')) open.pop();
      else {
        at -= 1;
        return problem('separator');
      }
    } else if (next === 'name' || next === 'first name') {
      if (sign === '}' && next === 'first name') {
        at += 1;
        open.pop();
        next = 'after';
        continue;
      }
      if (sign !== '"') return problem('name');
      if (!skipText()) return problem('text');
      skip(SPACE);
      if (text[at] !== ':') return problem('colon');
      at += 1;
      next = 'value';
    } else if (sign === '{' || sign === '[') {
      at += 1;
      open.push(sign);
      next = sign === '{' ? 'first name' : 'first value';
    } else if (sign === ']' && next === 'first value') {
      at += 1;
      open.pop();
      next = 'after';
    } else if (sign === '"') {
      if (!skipText()) return problem('text');
      next = 'after';
    } else if (skip(PLAIN)) next = 'after';
    else return problem('value');
  }
}
