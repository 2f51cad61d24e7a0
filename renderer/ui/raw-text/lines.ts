/** Where each line of a text begins once it is wrapped, and then where the text ends. */
export type Lines = Uint32Array;

const LINE_FEED = 0x0a;
const TAB = 0x09;

/** The columns a tab takes; the style sheet says the same. */
const TAB_COLUMNS = 4;

/** From here on most characters are as wide as two: Hangul, Chinese, Japanese, emoji. */
const FIRST_WIDE = 0x1100;

const columnsOf = (code: number): number =>
  code === TAB ? TAB_COLUMNS : code < FIRST_WIDE || (code >= 0x2000 && code < 0x2e80) ? 1 : 2;

/**
 * Wraps a text at every line break and wherever `columns` are full, as a monospaced face lays it out.
 * No line ends between the halves of a character. Linear in the text; a line break belongs to the
 * line that it ends.
 * @param columns At least 2.
 */
export function linesOf(text: string, columns: number): Lines {
  let starts = new Uint32Array(Math.ceil(text.length / columns) + 64);
  let count = 1;
  let used = 0;
  const begin = (at: number): void => {
    if (count + 1 >= starts.length) {
      const larger = new Uint32Array(starts.length * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count] = at;
    count += 1;
    used = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) {
      if (at + 1 < text.length) begin(at + 1);
      continue;
    }
    const isPair = (code & 0xfc_00) === 0xd8_00 && (text.charCodeAt(at + 1) & 0xfc_00) === 0xdc_00;
    const width = columnsOf(code);
    if (used + width > columns && used > 0) begin(at);
    used += width;
    if (isPair) at += 1;
  }
  starts[count] = text.length;
  return starts.slice(0, count + 1);
}

/** The line in which a place of the text stands. */
export function lineAt(lines: Lines, place: number): number {
  let low = 0;
  let high = Math.max(0, lines.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
