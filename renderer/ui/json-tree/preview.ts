import type { JsonIndex } from '../../data/json/json-index.ts';
import { childrenOf, isBranch, leafText, nameOf } from '../../data/json/values.ts';

/** A branch in one line. Where it is whole, unfolding would show nothing new. */
interface Preview {
  readonly text: string;
  readonly isWhole: boolean;
}

const LONGEST_TEXT = 36;

function shortOf(index: JsonIndex, node: number): Preview {
  if (isBranch(index, node)) {
    const isEmpty = index.countOf(node) === 0;
    const inside = isEmpty ? '' : '…';
    const text = index.kindOf(node) === 'array' ? `[${inside}]` : `{${inside}}`;
    return { text, isWhole: isEmpty };
  }
  const text = leafText(index, node, LONGEST_TEXT);
  return { text, isWhole: !text.endsWith('…') };
}

/** Fields by which people tell one object from the next. */
const NAMING = new Set(['id', 'name', 'title', 'username']);

/** No line is wider than this; the line itself is cut where the window ends. */
const LONGEST_NAME = 200;

/** How many fields of an object are looked at for what names it. */
const LOOKED_AT = 40;

/** What names an object with many fields: `id: "86c", name: "Plan"`. Null where nothing does. */
export function namesOf(index: JsonIndex, node: number): string | null {
  const named = childrenOf(index, node, LOOKED_AT).flatMap((child) => {
    const name = nameOf(index, child) ?? '';
    const names = NAMING.has(name) && !isBranch(index, child) && index.kindOf(child) !== 'null';
    return names ? [`${name}: ${leafText(index, child, LONGEST_NAME)}`] : [];
  });
  return named.length === 0 ? null : named.join(', ');
}

/** Writes what is in a branch into at most `room` characters. */
export function previewOf(index: JsonIndex, node: number, room = 72): Preview {
  const isArray = index.kindOf(node) === 'array';
  const [open, close] = isArray ? ['[', ']'] : ['{', '}'];
  const count = index.countOf(node);
  if (count === 0) return { text: `${open}${close}`, isWhole: true };
  const parts: string[] = [];
  let isWhole = true;
  let used = 4;
  for (const child of childrenOf(index, node, room)) {
    const short = shortOf(index, child);
    const part = isArray ? short.text : `${nameOf(index, child) ?? ''}: ${short.text}`;
    if (used + part.length > room) {
      parts.push('…');
      isWhole = false;
      break;
    }
    parts.push(part);
    used += part.length + 2;
    isWhole &&= short.isWhole;
  }
  return { text: `${open} ${parts.join(', ')} ${close}`, isWhole };
}
