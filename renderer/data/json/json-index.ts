/** What a JSON value is. */
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/**
 * Where every value of a JSON text stands. Values are numbered in the order of the text, from the
 * root, which is 0; nothing is copied out of the text, so every digit stays as it was written.
 */
export interface JsonIndex {
  readonly text: string;
  /** How many values there are. */
  readonly size: number;
  kindOf(node: number): JsonKind;
  /** The value's first character and the one after its last. */
  startOf(node: number): number;
  endOf(node: number): number;
  /** The opening quote of the value's name; null for the root and the items of an array. */
  nameStartOf(node: number): number | null;
  /** The object or array that holds it; null for the root. */
  parentOf(node: number): number | null;
  /** The first value that is no longer within this one. */
  afterOf(node: number): number;
  /** How many values it holds itself. */
  countOf(node: number): number;
  /** Its place among its siblings, from 0. */
  ordinalOf(node: number): number;
}

/** Reads a JSON text bit by bit, so that a large one never stops the window. */
export interface JsonReader {
  /** Reads about so many characters further. True once there is nothing left to do. */
  read(characters: number): boolean;
  /** What was read; null where it is no JSON, and before `read` has answered true. */
  index(): JsonIndex | null;
}

const START = 0;
const END = 1;
const NAME = 2;
const PARENT = 3;
const AFTER = 4;
const COUNT = 5;
const ORDINAL = 6;
const COLUMNS = 7;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?/iy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-f]{4})/iy;

/** What may come next: a value, a name, what follows a value, or nothing but blanks. */
type Expecting = 'value' | 'firstValue' | 'name' | 'firstName' | 'separator' | 'end' | 'nothing';

const isBlank = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Begins to read a text by RFC 8259, as strictly as `JSON.parse`. */
export function createJsonReader(text: string): JsonReader {
  let table = new Uint32Array(Math.max(64, text.length >> 4) * COLUMNS);
  let size = 0;
  let at = 0;
  let open = -1;
  let name = 0;
  let expecting: Expecting = 'value';

  const add = (): number => {
    if ((size + 1) * COLUMNS > table.length) {
      const larger = new Uint32Array(table.length * 2);
      larger.set(table);
      table = larger;
    }
    const row = size * COLUMNS;
    table[row + START] = at;
    table[row + NAME] = name;
    table[row + PARENT] = open;
    table[row + AFTER] = size + 1;
    if (open !== -1) {
      const count = open * COLUMNS + COUNT;
      const before = table[count] ?? 0;
      table[row + ORDINAL] = before;
      table[count] = before + 1;
    }
    name = 0;
    size += 1;
    return size - 1;
  };

  const leaf = (end: number): Expecting => {
    if (end === -1) return 'nothing';
    const node = add();
    at = end;
    table[node * COLUMNS + END] = end;
    return open === -1 ? 'end' : 'separator';
  };

  const enter = (next: Expecting): Expecting => {
    open = add();
    at += 1;
    return next;
  };

  const leave = (): Expecting => {
    at += 1;
    const row = open * COLUMNS;
    table[row + END] = at;
    table[row + AFTER] = size;
    open = open === 0 ? -1 : (table[row + PARENT] ?? 0);
    return open === -1 ? 'end' : 'separator';
  };

  const value = (character: string): Expecting => {
    switch (character) {
      case '{':
        return enter('firstName');
      case '[':
        return enter('firstValue');
      case '"':
        return leaf(endOfString(text, at));
      case 't':
        return leaf(text.startsWith('true', at) ? at + 4 : -1);
      case 'f':
        return leaf(text.startsWith('false', at) ? at + 5 : -1);
      case 'n':
        return leaf(text.startsWith('null', at) ? at + 4 : -1);
      default:
        NUMBER.lastIndex = at;
        return leaf(NUMBER.test(text) ? NUMBER.lastIndex : -1);
    }
  };

  const named = (): Expecting => {
    const end = text.charCodeAt(at) === QUOTE ? endOfString(text, at) : -1;
    if (end === -1) return 'nothing';
    name = at;
    at = end;
    while (isBlank(text.charCodeAt(at))) at += 1;
    if (text[at] !== ':') return 'nothing';
    at += 1;
    return 'value';
  };

  const separated = (character: string): Expecting => {
    const isObject = text[table[open * COLUMNS] ?? 0] === '{';
    if (character === (isObject ? '}' : ']')) return leave();
    if (character !== ',') return 'nothing';
    at += 1;
    return isObject ? 'name' : 'value';
  };

  const step = (): Expecting => {
    const character = text.charAt(at);
    switch (expecting) {
      case 'value':
        return value(character);
      case 'firstValue':
        return character === ']' ? leave() : value(character);
      case 'name':
        return named();
      case 'firstName':
        return character === '}' ? leave() : named();
      case 'separator':
        return separated(character);
      case 'end':
      case 'nothing':
        return 'nothing';
    }
  };

  return {
    read(characters) {
      const until = Math.min(text.length, at + characters);
      while (at < until && expecting !== 'nothing') {
        if (isBlank(text.charCodeAt(at))) at += 1;
        else expecting = step();
      }
      return expecting === 'nothing' || at >= text.length;
    },
    index: () =>
      expecting === 'end' && at >= text.length
        ? indexOver(text, table.slice(0, size * COLUMNS), size)
        : null,
  };
}

/** Reads a whole text at once; null where it is no JSON. */
export function readJson(text: string): JsonIndex | null {
  const reader = createJsonReader(text);
  reader.read(Number.POSITIVE_INFINITY);
  return reader.index();
}

function indexOver(text: string, table: Uint32Array, size: number): JsonIndex {
  const cell = (node: number, column: number): number => table[node * COLUMNS + column] ?? 0;
  return {
    text,
    size,
    kindOf: (node) => kindOfCharacter(text.charAt(cell(node, START))),
    startOf: (node) => cell(node, START),
    endOf: (node) => cell(node, END),
    nameStartOf: (node) => cell(node, NAME) || null,
    parentOf: (node) => (node === 0 ? null : cell(node, PARENT)),
    afterOf: (node) => cell(node, AFTER),
    countOf: (node) => cell(node, COUNT),
    ordinalOf: (node) => cell(node, ORDINAL),
  };
}

function kindOfCharacter(character: string): JsonKind {
  switch (character) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

/** The character after the closing quote of the string that begins at `start`; -1 where it is none. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < 0x20) return -1;
    if (code === BACKSLASH) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return -1;
      at = ESCAPE.lastIndex - 1;
    }
  }
  return -1;
}
