import { type Range, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { JsonIndex } from '../../data/json/json-index.ts';
import type { NodeMatch } from '../../data/json/search.ts';
import { copyOf, isBranch, pathOf } from '../../data/json/values.ts';
import type { Reading } from '../../data/readings.ts';
import { useServices } from '../../data/services.ts';
import { type Store, useStore } from '../../data/store.ts';
import { hasMod } from '../keys.ts';
import { moveFor, type TreeMove } from './keys.ts';
import { firstUnfolding, rowIndexOf, rowsOf, toggled, unfoldingAll } from './rows.ts';
import { TreeRow } from './tree-row.tsx';
import { useCopied } from './use-copied.ts';

/** The height of a line, in pixels; only long texts take several. */
const LINE = 20;

/** Lines drawn beyond what can be seen. */
const BEYOND = 6;

/** Where a value leads. */
export interface TreeLink {
  readonly label: string;
  follow(): void;
}

interface JsonTreeProps {
  readonly index: JsonIndex;
  readonly reading: Store<Reading>;
  readonly label: string;
  /** What is searched for, and the match the person is at. */
  readonly pattern: RegExp | null;
  readonly match: NodeMatch | null;
  linkOf(node: number): TreeLink | null;
}

/** A folding tree over a JSON text. Only the lines in sight are drawn, however many there are. */
export function JsonTree({ index, reading, label, pattern, match, linkOf }: JsonTreeProps) {
  const id = useId();
  const { app } = useServices();
  const scroller = useRef<HTMLDivElement>(null);
  const first = useMemo(() => firstUnfolding(index), [index]);
  const open = useStore(reading, (state) => state.open) ?? first;
  const active = useStore(reading, (state) => state.active);
  const rows = useMemo(() => rowsOf(index, open), [index, open]);
  const [pointed, setPointed] = useState<number | null>(null);
  const [copied, copy] = useCopied();
  const activeRow = Math.max(0, rowIndexOf(rows, active));
  const current = rows[activeRow] ?? 0;

  const keyOf = useCallback((row: number) => rows[row] ?? row, [rows]);
  // oxlint-disable-next-line react/incompatible-library -- lines are memoized by what they show
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    // Another function would have every line measured anew.
    getItemKey: keyOf,
    overscan: BEYOND,
    paddingStart: 8,
    paddingEnd: 8,
    initialOffset: () => reading.read().top.tree,
    // The line that the keyboard is on is always there, for screen readers.
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return drawn.includes(activeRow) ? drawn : [...drawn, activeRow].toSorted((a, b) => a - b);
    },
  });

  useEffect(() => {
    const element = scroller.current;
    return () => {
      const { top, ...rest } = reading.read();
      if (element !== null) reading.write({ ...rest, top: { ...top, tree: element.scrollTop } });
    };
  }, [reading]);

  const isFound = match?.node === active;
  const shown = useRef(active);
  useEffect(() => {
    if (shown.current === active) return;
    shown.current = active;
    virtualizer.scrollToIndex(activeRow, { align: isFound ? 'center' : 'auto' });
  }, [active, activeRow, isFound, virtualizer]);

  const change = (part: Partial<Pick<Reading, 'open' | 'active'>>): void =>
    reading.write({ ...reading.read(), ...part });
  const point = (node: number): void => {
    shown.current = node;
    change({ active: node });
  };
  // Lines are drawn anew only when they change, so what they call asks for the state of that moment.
  const openNow = (): ReadonlySet<number> => reading.read().open ?? first;
  const toggle = (node: number): void => {
    shown.current = node;
    change({ active: node, open: toggled(openNow(), node) });
  };
  const unfoldAll = (node: number): void =>
    change({ active: node, open: unfoldingAll(index, openNow(), node) });

  const move = (made: TreeMove): void => {
    switch (made.kind) {
      case 'go':
        return change({ active: made.node });
      case 'toggle':
        return toggle(made.node);
      case 'unfoldAll':
        return unfoldAll(made.node);
      case 'follow':
        return linkOf(made.node)?.follow();
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.target !== event.currentTarget) return;
    if (event.key.toLowerCase() === 'c' && hasMod(event, app.platform)) {
      if (document.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      copy(current, event.shiftKey ? 'path' : 'value', textFor(index, current, event.shiftKey));
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const made = moveFor(event.key, index, { rows, open, active: current });
    if (made === null) return;
    event.preventDefault();
    move(made);
  };
  const hover = (event: PointerEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-node]') : null;
    setPointed(row instanceof HTMLElement ? Number(row.dataset['node']) : null);
  };

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={label}
      aria-activedescendant={`${id}${current}`}
      tabIndex={0}
      onKeyDown={press}
      onPointerOver={hover}
      onPointerLeave={() => setPointed(null)}
      className="group selectable h-full overflow-x-hidden overflow-y-auto font-mono text-s -outline-offset-2"
    >
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const node = rows[item.index] ?? 0;
          const link = isBranch(index, node) ? null : linkOf(node);
          return (
            <TreeRow
              key={item.key}
              id={`${id}${node}`}
              row={item.index}
              top={item.start}
              index={index}
              node={node}
              isOpen={open.has(node)}
              isActive={node === current}
              hasActions={node === (pointed ?? current)}
              copied={copied?.key === node ? copied.what : null}
              pattern={pattern}
              match={match?.node === node ? match : null}
              linkLabel={link?.label ?? null}
              measure={virtualizer.measureElement}
              onToggle={toggle}
              onUnfoldAll={unfoldAll}
              onPoint={point}
              onFollow={(followed) => linkOf(followed)?.follow()}
              onCopy={(copiedNode, what) =>
                copy(copiedNode, what, textFor(index, copiedNode, what === 'path'))
              }
            />
          );
        })}
      </div>
    </div>
  );
}

const textFor = (index: JsonIndex, node: number, isPath: boolean): string =>
  isPath ? pathOf(index, node) : copyOf(index, node);
