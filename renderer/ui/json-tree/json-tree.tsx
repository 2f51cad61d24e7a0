import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, memo, useId, useMemo, useState } from 'react';
import { useStrings } from '../../data/services.ts';
import { classes } from '../classes.ts';
import { hintFor } from './hints.ts';
import { ExactNumber, type Json, leafText } from './json.ts';
import { moveFor } from './keys.ts';
import { namesOf, previewOf } from './preview.ts';
import { firstUnfolding, ROOT, type Row, rowsOf, toggled, type Unfolding } from './rows.ts';

/** A folding tree over a JSON value. Its state starts afresh with another `root`: give it a key. */
export function JsonTree({ root, label }: { root: Json; label: string }) {
  const id = useId();
  const [unfolding, setUnfolding] = useState<Unfolding>(() => firstUnfolding(root));
  const [active, setActive] = useState(ROOT);
  const rows = useMemo(() => rowsOf(root, unfolding), [root, unfolding]);

  const reveal = (path: string): void => {
    setActive(path);
    document.getElementById(id + path)?.scrollIntoView({ block: 'nearest' });
  };
  const toggle = (row: Row): void => {
    setActive(row.path);
    setUnfolding((current) => toggled(current, row));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveFor(event.key, rows, active);
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'go') reveal(move.path);
    else toggle(move.row);
  };

  // A line that offered more is gone once it has given all it had.
  const current = rows.some((row) => row.path === active) ? active : ROOT;

  return (
    <div
      role="tree"
      aria-label={label}
      aria-activedescendant={id + current}
      tabIndex={0}
      onKeyDown={press}
      className="group selectable h-full overflow-x-hidden overflow-y-auto py-2 font-mono text-s -outline-offset-2"
    >
      {rows.map((row) => (
        <TreeRow
          key={row.path}
          id={id + row.path}
          row={row}
          isActive={row.path === current}
          onToggle={toggle}
          onPoint={setActive}
        />
      ))}
    </div>
  );
}

interface TreeRowProps {
  readonly id: string;
  readonly row: Row;
  readonly isActive: boolean;
  onToggle(row: Row): void;
  onPoint(path: string): void;
}

const isSame = (before: TreeRowProps, after: TreeRowProps): boolean =>
  before.id === after.id &&
  before.isActive === after.isActive &&
  before.row.value === after.row.value &&
  before.row.isOpen === after.row.isOpen &&
  before.row.count === after.row.count &&
  before.row.siblings === after.row.siblings;

const TreeRow = memo(function TreeRow({ id, row, isActive, onToggle, onPoint }: TreeRowProps) {
  const click = (): void => {
    // Someone who selects text does not mean to fold.
    if (document.getSelection()?.isCollapsed === false) return;
    if (row.kind === 'leaf') onPoint(row.path);
    else onToggle(row);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree handles its keys, as the pattern asks
    <div
      id={id}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-setsize={row.siblings}
      aria-posinset={row.position}
      aria-expanded={row.kind === 'branch' ? row.isOpen : undefined}
      aria-selected={isActive}
      tabIndex={-1}
      onClick={click}
      style={{ paddingLeft: 8 + row.depth * 16 }}
      className={classes(
        'tree-row flex min-h-5 items-start pr-3 leading-5 hover:bg-scrim',
        isActive && 'group-focus-visible:bg-selected',
      )}
    >
      <span aria-hidden className="grid h-5 w-4 shrink-0 place-items-center text-ink-3">
        {row.kind === 'branch' && (
          <ChevronRight size={12} className={row.isOpen ? 'rotate-90' : undefined} />
        )}
      </span>
      <RowText row={row} />
    </div>
  );
}, isSame);

function RowText({ row }: { row: Row }) {
  const strings = useStrings();
  if (row.kind === 'more')
    return <span className="text-accent">{strings.requests.tree.more(row.count)}</span>;
  const hint = row.kind === 'leaf' ? hintFor(row.name, row.value, strings.format) : null;
  return (
    <span className={row.kind === 'branch' ? 'truncate' : 'line-clamp-[12] min-w-0 wrap-anywhere'}>
      {row.name !== null && (
        <>
          <span className={row.inArray ? 'text-ink-3' : 'text-accent'}>{row.name}</span>
          <span className="text-ink-3">: </span>
        </>
      )}
      {row.kind === 'branch' ? <Branch row={row} /> : <Leaf value={row.value} />}
      {hint !== null && ' '}
      {hint !== null && <span className="ml-1 font-sans whitespace-nowrap text-ink-3">{hint}</span>}
    </span>
  );
}

function Branch({ row }: { row: Row }) {
  const { tree } = useStrings().requests;
  const isList = Array.isArray(row.value);
  const count = isList ? tree.items(row.count) : tree.fields(row.count);
  const isLong = row.count > 24;
  const names = isLong && !row.isOpen ? namesOf(row.value) : null;
  if (names !== null) return <span className="text-ink-2">{names}</span>;
  if (row.isOpen || isLong)
    return (
      <span className="text-ink-3">
        {isList ? '[' : '{'} {count} {isList ? ']' : '}'}
      </span>
    );
  return <span className="text-ink-2">{previewOf(row.value).text}</span>;
}

function Leaf({ value }: { value: Json }) {
  const tone =
    typeof value === 'string'
      ? 'text-good'
      : typeof value === 'number' || value instanceof ExactNumber
        ? 'text-warn'
        : typeof value === 'boolean'
          ? 'text-accent'
          : 'text-ink-3';
  return (
    <span className={tone}>
      {typeof value === 'object' && value !== null && !(value instanceof ExactNumber)
        ? Array.isArray(value)
          ? '[]'
          : '{}'
        : leafText(value)}
    </span>
  );
}
