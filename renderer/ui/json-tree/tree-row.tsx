import { ArrowUpRight, Check, ChevronRight, Copy, Waypoints } from 'lucide-react';
import { memo, type MouseEvent, type ReactNode } from 'react';
import type { JsonIndex } from '../../data/json/json-index.ts';
import type { Match } from '../../data/json/search.ts';
import {
  ancestorsOf,
  isBranch,
  leafText,
  LONGEST_SHOWN,
  nameOf,
  plainOf,
} from '../../data/json/values.ts';
import { useStrings } from '../../data/services.ts';
import { IconButton } from '../button.tsx';
import { classes } from '../classes.ts';
import { hintFor } from './hints.ts';
import { Marked } from './marked.tsx';
import { namesOf, previewOf } from './preview.ts';
import type { Copied } from './use-copied.ts';

/** Deeper values are no longer set in further: there would be no room left for them. */
const DEEPEST = 20;

/** A branch with more values than this is told by what names it. */
const MANY = 24;

interface TreeRowProps {
  readonly id: string;
  /** Its number among all lines, and how far down it stands, in pixels. */
  readonly row: number;
  readonly top: number;
  readonly index: JsonIndex;
  readonly node: number;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  readonly hasActions: boolean;
  readonly copied: Copied | null;
  readonly pattern: RegExp | null;
  /** The match the person is at, where it lies in this line. */
  readonly match: Match | null;
  /** What following the value does; null where it leads nowhere. */
  readonly linkLabel: string | null;
  measure(element: HTMLElement | null): void;
  onToggle(node: number): void;
  onUnfoldAll(node: number): void;
  onPoint(node: number): void;
  onFollow(node: number): void;
  onCopy(node: number, what: Copied): void;
}

const isSame = (before: TreeRowProps, after: TreeRowProps): boolean =>
  before.index === after.index &&
  before.node === after.node &&
  before.row === after.row &&
  before.top === after.top &&
  before.isOpen === after.isOpen &&
  before.isActive === after.isActive &&
  before.hasActions === after.hasActions &&
  before.copied === after.copied &&
  before.pattern === after.pattern &&
  before.match === after.match &&
  before.linkLabel === after.linkLabel;

/** One line of the tree. What its callbacks do never depends on when it was drawn. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { id, row, top, index, node, isOpen, isActive, measure } = props;
  const canOpen = isBranch(index, node) && index.countOf(node) > 0;
  const parent = index.parentOf(node);
  const depth = ancestorsOf(index, node).length;
  const click = (event: MouseEvent): void => {
    // Someone who selects text does not mean to fold.
    if (document.getSelection()?.isCollapsed === false) return;
    if (!canOpen) props.onPoint(node);
    else if (event.altKey) props.onUnfoldAll(node);
    else props.onToggle(node);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree handles its keys, as the pattern asks
    <div
      id={id}
      ref={measure}
      data-index={row}
      data-node={node}
      role="treeitem"
      aria-level={depth + 1}
      aria-setsize={parent === null ? 1 : index.countOf(parent)}
      aria-posinset={index.ordinalOf(node) + 1}
      aria-expanded={canOpen ? isOpen : undefined}
      aria-selected={isActive}
      tabIndex={-1}
      onClick={click}
      style={{
        transform: `translateY(${top}px)`,
        paddingLeft: 8 + Math.min(depth, DEEPEST) * 16,
      }}
      className={classes(
        'absolute inset-x-0 top-0 flex min-h-5 items-start pr-3 leading-5 hover:bg-scrim',
        isActive && 'group-focus-visible:bg-selected',
      )}
    >
      <span aria-hidden className="grid h-5 w-4 shrink-0 place-items-center text-ink-3">
        {canOpen && <ChevronRight size={12} className={isOpen ? 'rotate-90' : undefined} />}
      </span>
      {isBranch(index, node) ? <Branch {...props} /> : <Leaf {...props} />}
      {props.hasActions && <Actions {...props} />}
    </div>
  );
}, isSame);

function Name({ index, node, pattern }: TreeRowProps): ReactNode {
  const name = nameOf(index, node);
  if (name === null && index.parentOf(node) === null) return null;
  return (
    <>
      {name === null ? (
        <span className="text-ink-3">{index.ordinalOf(node)}</span>
      ) : (
        <span className="text-accent">
          <Marked text={name} pattern={pattern} />
        </span>
      )}
      <span className="text-ink-3">: </span>
    </>
  );
}

function Branch(props: TreeRowProps) {
  const { index, node, isOpen } = props;
  const { tree } = useStrings().requests;
  const count = index.countOf(node);
  const isArray = index.kindOf(node) === 'array';
  const counted = isArray ? tree.items(count) : tree.fields(count);
  const isLong = count > MANY;
  const names = isLong && !isOpen && !isArray ? namesOf(index, node) : null;
  const isTold = isOpen || (isLong && names === null);
  return (
    <>
      <span className="fade-out min-w-0 flex-1 overflow-hidden whitespace-nowrap">
        <Name {...props} />
        {isTold ? (
          <span className="text-ink-3">
            {isArray ? '[' : '{'} {counted} {isArray ? ']' : '}'}
          </span>
        ) : (
          <span className="text-ink-2">{names ?? previewOf(index, node).text}</span>
        )}
      </span>
      {names !== null && (
        <span className="shrink-0 pl-2 font-sans text-ink-3 @max-[460px]:hidden">{counted}</span>
      )}
    </>
  );
}

function Leaf(props: TreeRowProps) {
  const { index, node, pattern, match, linkLabel } = props;
  const { format } = useStrings();
  // A match far into a long text is shown with what stands around it.
  const isFar = match !== null && match.start > index.startOf(node) + LONGEST_SHOWN - 100;
  const from = isFar ? match.start - 60 : index.startOf(node);
  const text = leafText(index, node, LONGEST_SHOWN, from);
  const hint = text.length < 40 ? hintFor(nameOf(index, node), plainOf(index, node), format) : null;
  const value = <Marked text={text} pattern={pattern} isCurrent={match !== null} />;
  return (
    <span className="line-clamp-[12] min-w-0 flex-1 wrap-anywhere">
      <Name {...props} />
      {linkLabel === null ? (
        <span className={TONES[index.kindOf(node)]}>{value}</span>
      ) : (
        <button
          type="button"
          tabIndex={-1}
          title={linkLabel}
          onClick={(event) => {
            event.stopPropagation();
            props.onFollow(node);
          }}
          className={classes('link-value selectable', TONES[index.kindOf(node)])}
        >
          {value}
          <ArrowUpRight aria-hidden size={11} className="ml-0.5 inline align-[-1px]" />
        </button>
      )}
      {hint !== null && <span className="ml-2 font-sans whitespace-nowrap text-ink-3">{hint}</span>}
    </span>
  );
}

const TONES = {
  string: 'text-good',
  number: 'text-warn',
  boolean: 'text-accent',
  null: 'text-ink-3',
  object: 'text-ink-3',
  array: 'text-ink-3',
} as const;

const ICON = { 'aria-hidden': true, size: 12 } as const;

/** What can be done with the line that is pointed at, over its end, so that nothing moves. */
function Actions({ node, copied, onCopy }: TreeRowProps) {
  const { tree } = useStrings().requests;
  const tick = <Check {...ICON} className="text-good" />;
  const button = (what: Copied, icon: ReactNode, label: string) => (
    <IconButton
      size="s"
      tabIndex={-1}
      label={label}
      onClick={(event) => {
        event.stopPropagation();
        onCopy(node, what);
      }}
    >
      {copied === what ? tick : icon}
    </IconButton>
  );
  return (
    <span className="row-actions absolute top-0 right-1 flex h-5 items-center rounded-s bg-surface pl-1">
      {button('value', <Copy {...ICON} />, tree.copyValue)}
      {button('path', <Waypoints {...ICON} />, tree.copyPath)}
      <output className="sr-only">{copied !== null && tree.copied}</output>
    </span>
  );
}
