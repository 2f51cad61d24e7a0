import type { FieldInfo, Shape } from '../../../../electron/contract/operations.ts';
import type { Path } from '../fields/check-shape.ts';

/** Where a cursor stands in a JSON text, finished or not. */
export interface CursorPlace {
  /** The object or list it is in and, for a value, the name or index of that value. */
  readonly path: Path;
  readonly expects: 'name' | 'value';
  /** Where what is being written begins, its quotation mark included. */
  readonly from: number;
  /** For a name: those that its object has already, the one being written left out. */
  readonly taken: readonly string[];
}

interface Level {
  readonly kind: '{' | '[';
  /** The name or index that the next value has. */
  key: string | number;
  isName: boolean;
  readonly names: string[];
}

const TOKEN = /"(?:[^"\\\n]|\\.)*(?:"|$|(?=\n))|[{}[\],:]|[^\s"{}[\],:]+/gu;

const nameIn = (token: string): string => {
  try {
    return String(JSON.parse(token));
  } catch {
    return token.replaceAll('"', '');
  }
};

/**
 * Reads where the cursor is. Tolerates what is missing or too much, since people are still writing;
 * null where nothing could be offered, as outside of everything or between a name and its colon.
 */
export function placeAt(text: string, cursor: number): CursorPlace | null {
  const stack: Level[] = [];
  const finds: { readonly place: Omit<CursorPlace, 'taken'>; readonly level: Level }[] = [];
  let isAfterValue = false;

  const stop = (from: number): void => {
    const level = stack.at(-1);
    if (finds.length > 0 || level === undefined || isAfterValue) return;
    const outer = stack.slice(0, -1).map(({ key }) => key);
    const expects = level.kind === '{' && level.isName ? 'name' : 'value';
    const path = expects === 'name' ? outer : [...outer, level.key];
    finds.push({ level, place: { path, expects, from } });
  };

  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const start = match.index;
    const end = start + token.length;
    if (finds.length === 0 && start >= cursor) stop(cursor);
    if (finds.length === 0 && start >= cursor) return null;
    const level = stack.at(-1);
    if (token === '{' || token === '[') {
      stack.push({ kind: token, key: token === '{' ? '' : 0, isName: token === '{', names: [] });
      isAfterValue = false;
    } else if (token === '}' || token === ']') {
      if (finds[0]?.level === level && level !== undefined) break;
      stack.pop();
      isAfterValue = true;
    } else if (token === ',') {
      if (level?.kind === '{') level.isName = true;
      else if (level !== undefined && typeof level.key === 'number') level.key += 1;
      isAfterValue = false;
    } else if (token === ':') {
      if (level !== undefined) level.isName = false;
      isAfterValue = false;
    } else {
      const isClosed = token.length > 1 && token.startsWith('"') && token.endsWith('"');
      if (cursor > start && (cursor < end || (cursor === end && !isClosed))) {
        isAfterValue = false;
        stop(start);
      } else if (level?.kind === '{' && level.isName) {
        level.key = nameIn(token);
        level.names.push(level.key);
        isAfterValue = true;
        continue;
      }
      isAfterValue = true;
    }
  }
  stop(cursor);
  const [found] = finds;
  return found === undefined ? null : { ...found.place, taken: found.level.names };
}

/** The shape of what is at a path, and the field it is the value of; null where the shape does not reach. */
export function shapeAt(
  shape: Shape,
  path: Path,
): { readonly shape: Shape; readonly field: FieldInfo | null } | null {
  let here: { readonly shape: Shape; readonly field: FieldInfo | null } = { shape, field: null };
  for (const step of path) {
    const { shape: around } = here;
    if (around.type === 'list') here = { shape: around.of, field: null };
    else if (around.type === 'object') {
      const field = around.fields.find(({ name }) => name === step);
      if (field === undefined) return null;
      here = { shape: field.shape, field };
    } else return null;
  }
  return here;
}
