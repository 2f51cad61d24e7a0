import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  Fragment,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Match } from '../../data/json/search.ts';
import type { Reading } from '../../data/readings.ts';
import { useServices } from '../../data/services.ts';
import type { Store } from '../../data/store.ts';
import { hasMod } from '../keys.ts';
import { lineAt, type Lines, linesOf } from './lines.ts';

/** The height of a line and the space beside it, in pixels. */
const LINE = 20;
const MARGIN = 12;

/** So many characters that what one takes is known to a fraction of a pixel. */
const PROBE = '0'.repeat(100);

interface RawTextProps {
  readonly text: string;
  readonly label: string;
  readonly reading: Store<Reading>;
  /** What was found, in the order of the text, and which of it the person is at. */
  readonly matches: readonly Match[];
  readonly match: Match | null;
}

/** A text as it came, wrapped, of which only the lines in sight are drawn. */
export function RawText({ text, label, reading, matches, match }: RawTextProps) {
  const { app } = useServices();
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const [columns, setColumns] = useState<number | null>(null);
  const [isAll, setAll] = useState(false);
  const lines = useMemo(
    () => (columns === null ? new Uint32Array([0]) : linesOf(text, columns)),
    [text, columns],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized over it
  const virtualizer = useVirtualizer({
    count: lines.length - 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 12,
    paddingStart: 8,
    paddingEnd: 8,
    initialOffset: () => reading.read().top.raw,
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    const sample = probe.current;
    if (element === null || sample === null) return undefined;
    const measure = (): void => setColumns(columnsIn(element, sample));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      const { top, ...rest } = reading.read();
      reading.write({ ...rest, top: { ...top, raw: element.scrollTop } });
    };
  }, [reading]);

  useEffect(() => {
    if (match === null || columns === null) return;
    virtualizer.scrollToIndex(lineAt(lines, match.start), { align: 'center' });
  }, [match, lines, columns, virtualizer]);

  const press = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'a' || !hasMod(event, app.platform)) return;
    event.preventDefault();
    document.getSelection()?.selectAllChildren(event.currentTarget);
    setAll(true);
  };
  const copy = (event: ClipboardEvent): void => {
    const selected = isAll ? text : selectedIn(text);
    if (selected === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', selected);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- selecting and copying are keys of any text
    <div
      ref={scroller}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for controls
      role="group"
      aria-label={label}
      onKeyDown={press}
      onPointerDown={() => setAll(false)}
      onCopy={copy}
      className="selectable relative h-full overflow-x-hidden overflow-y-auto font-mono text-s -outline-offset-2 [tab-size:4]"
    >
      <span ref={probe} aria-hidden className="invisible absolute whitespace-pre">
        {PROBE}
      </span>
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            data-start={lines[item.index]}
            className="absolute top-0 h-5 leading-5 whitespace-pre"
            style={{ transform: `translateY(${item.start}px)`, left: MARGIN, right: MARGIN }}
          >
            <Line text={text} lines={lines} line={item.index} matches={matches} match={match} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** How many characters of the face fit beside each other, by one that is really laid out. */
function columnsIn(element: HTMLElement, probe: HTMLElement): number {
  const width = probe.getBoundingClientRect().width / PROBE.length;
  return width === 0 ? 80 : Math.max(2, Math.floor((element.clientWidth - 2 * MARGIN) / width));
}

/** The part of the text that is selected, without the breaks that wrapping adds; null where none is. */
function selectedIn(text: string): string | null {
  const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : null;
  if (range === null || range === undefined || range.collapsed) return null;
  const from = placeOf(range.startContainer, range.startOffset);
  const to = placeOf(range.endContainer, range.endOffset);
  return from === null || to === null ? null : text.slice(from, to);
}

/** Which place of the text a place of the page shows. */
function placeOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>('[data-start]') ?? null;
  if (line === null) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return Number(line.dataset['start']) + before.toString().length;
}

interface LineProps extends Pick<RawTextProps, 'text' | 'matches' | 'match'> {
  readonly lines: Lines;
  readonly line: number;
}

/** One line with what was found in it marked; a match may begin in a line above. */
function Line({ text, lines, line, matches, match }: LineProps) {
  const start = lines[line] ?? 0;
  const end = lines[line + 1] ?? start;
  const within = matchesIn(matches, start, end);
  if (within.length === 0) return text.slice(start, end);
  return (
    <>
      {within.map((found, place) => (
        <Fragment key={found.start}>
          {text.slice(within[place - 1]?.end ?? start, found.start)}
          <mark data-current={found.start === match?.start || undefined} className="found">
            {text.slice(Math.max(start, found.start), Math.min(end, found.end))}
          </mark>
        </Fragment>
      ))}
      {text.slice(within.at(-1)?.end ?? end, end)}
    </>
  );
}

/** Of many matches those that touch a stretch of the text. */
function matchesIn(matches: readonly Match[], start: number, end: number): readonly Match[] {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const within: Match[] = [];
  for (let at = low; (matches[at]?.start ?? end) < end; at += 1) {
    const found = matches[at];
    if (found !== undefined) within.push(found);
  }
  return within;
}
