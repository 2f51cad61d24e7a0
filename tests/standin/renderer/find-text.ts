export interface FindRequest {
  readonly text: string;
  readonly forward: boolean;
  readonly matchCase: boolean;
  readonly isNew: boolean;
}

/**
 * Selects the next place where a text stands, and counts them all. Text that is not drawn is not
 * searched. The function's own text runs in the page, so it names nothing outside itself.
 */
export function findText({ text, forward, matchCase, isNew }: FindRequest): {
  matches: number;
  activeMatchOrdinal: number;
  selectionArea: { x: number; y: number; width: number; height: number };
} {
  const memory = globalThis as unknown as { finding?: { text: string; ordinal: number } };
  const fold = (value: string): string => (matchCase ? value : value.toLowerCase());
  const wanted = fold(text);
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.checkVisibility({ visibilityProperty: true }) !== true) continue;
    const content = fold(node.nodeValue ?? '');
    for (let at = content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + 1)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  const before = isNew || memory.finding?.text !== wanted ? 0 : memory.finding.ordinal;
  const count = ranges.length;
  const ordinal = count === 0 ? 0 : ((before - 1 + (forward ? 1 : -1) + count) % count) + 1;
  // The first search backwards begins at the end.
  const active = count > 0 && before === 0 && !forward ? count : ordinal;
  memory.finding = { text: wanted, ordinal: active };
  const range = ranges[active - 1];
  const selection = getSelection();
  selection?.removeAllRanges();
  if (range === undefined)
    return {
      matches: 0,
      activeMatchOrdinal: 0,
      selectionArea: { x: 0, y: 0, width: 0, height: 0 },
    };
  selection?.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = range.getBoundingClientRect();
  const round = Math.round;
  return {
    matches: count,
    activeMatchOrdinal: active,
    selectionArea: { x: round(x), y: round(y), width: round(width), height: round(height) },
  };
}

/** Ends a search; what was found last stays selected unless it is to be cleared. */
export function forgetFinding(action: string): void {
  const memory = globalThis as unknown as { finding?: unknown };
  delete memory.finding;
  const selection = getSelection();
  if (action === 'clearSelection') selection?.removeAllRanges();
  if (action === 'activateSelection')
    (selection?.anchorNode?.parentElement?.closest('a, button') as HTMLElement | null)?.click();
}
