import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type Ref, useDeferredValue, useId, useMemo, useState } from 'react';
import type { OperationInfo } from '../../../electron/contract/operations.ts';
import { useSession, useStrings } from '../../data/services.ts';
import { activeConnection } from '../../data/session-store.ts';
import { useStore } from '../../data/store.ts';
import type { Workbench } from '../../data/workbench.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Listbox, ListGroup, Option } from '../../ui/listbox.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { createFinder, type OperationGroup } from './find-operations.ts';
import { listRows, rowAfter } from './list-rows.ts';
import { NOT_IN_SAMPLE } from './not-in-sample.ts';
import { OperationRow } from './operation-row.tsx';

interface OperationListProps {
  /** Null while the catalogue is read. */
  readonly operations: readonly OperationInfo[] | null;
  readonly workbench: Workbench;
  readonly search: Ref<HTMLInputElement>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The catalogue: search on top, operations by tag below. Arrows point, Enter opens; without a search
 * the left arrow folds a group away and the right one brings it back.
 */
export function OperationList({ operations, workbench, search }: OperationListProps) {
  const words = useStrings().requests;
  const listId = useId();
  const openId = useStore(workbench, (state) => state.openId);
  const folds = useStore(workbench, (state) => state.folded);
  const isSample = activeConnection(useSession())?.kind === 'sample';
  const [query, setQuery] = useState('');
  const [pointedAt, setPointedAt] = useState<string | null>(openId);
  const find = useMemo(() => createFinder(operations ?? []), [operations]);
  const groups = useMemo(() => find(query), [find, query]);
  // Letters appear at once; the rows, up to 171 of them, follow. What Enter opens is never behind.
  const shown = useDeferredValue(groups);
  const folded = query.trim() === '' ? folds : NONE;
  const rows = useMemo(() => listRows(groups, folded), [groups, folded]);
  const pointed = rows.find((row) => row.key === pointedAt) ?? rows[0];
  const rowId = (key: string): string => `${listId}-${key.replaceAll(/\W/gu, '-')}`;

  const point = (key: string): void => {
    setPointedAt(key);
    document.getElementById(rowId(key))?.scrollIntoView({ block: 'nearest' });
  };
  const fold = (group: string): void => {
    const isFolded = folded.has(group);
    workbench.fold(group);
    const first = groups.find(({ key }) => key === group)?.found[0]?.operation.id;
    point(isFolded ? (first ?? group) : group);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.nativeEvent.isComposing) return;
    const next = rowAfter(event.key, rows, pointed);
    const canFold = query === '' && pointed !== undefined;
    if (next !== null) point(next.key);
    else if (event.key === 'Enter' && pointed?.kind === 'operation') workbench.open(pointed.key);
    else if (event.key === 'Enter' && pointed?.kind === 'folded') fold(pointed.group);
    else if (event.key === 'ArrowLeft' && canFold && pointed.kind === 'operation')
      fold(pointed.group);
    else if (event.key === 'ArrowRight' && canFold && pointed.kind === 'folded')
      fold(pointed.group);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };

  return (
    <div className="pointer flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 p-2 pb-0">
        <SearchField
          ref={search}
          label={words.searchLabel}
          placeholder={operations === null ? words.searchLabel : words.search(operations.length)}
          controls={listId}
          activeOption={pointed === undefined ? undefined : rowId(pointed.key)}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setPointedAt(null);
          }}
          onKeyDown={press}
        />
      </div>
      {operations === null && <Loading />}
      {operations !== null && rows.length === 0 && (
        <EmptyState title={words.noMatch.title} advice={words.noMatch.advice}>
          <Button onClick={() => setQuery('')}>{words.noMatch.action}</Button>
        </EmptyState>
      )}
      <Listbox
        id={listId}
        label={words.list}
        hidden={rows.length === 0}
        className="mt-2 min-h-0 flex-1 scroll-py-2 overflow-y-auto px-2 pb-2"
      >
        {shown.map((group) => (
          <Group
            key={group.key}
            headingId={rowId(group.key)}
            group={group}
            isFolded={folded.has(group.key)}
            isPointed={pointed?.kind === 'folded' && pointed.group === group.key}
            canFold={query.trim() === ''}
            onFold={fold}
          >
            {group.found.map((found) => (
              <OperationRow
                key={found.operation.id}
                id={rowId(found.operation.id)}
                found={found}
                isOpen={found.operation.id === openId}
                isPointed={found.operation.id === pointed?.key}
                isGap={isSample && NOT_IN_SAMPLE.has(found.operation.id)}
                onOpen={workbench.open}
              />
            ))}
          </Group>
        ))}
      </Listbox>
    </div>
  );
}

interface GroupProps {
  readonly headingId: string;
  readonly group: OperationGroup;
  readonly isFolded: boolean;
  readonly isPointed: boolean;
  readonly canFold: boolean;
  onFold(group: string): void;
  readonly children: React.ReactNode;
}

/** A tag with its operations; folded, it is one option that brings them back. */
function Group({ headingId, group, isFolded, isPointed, canFold, onFold, children }: GroupProps) {
  const words = useStrings().requests;
  const heading = (
    <>
      <span className="truncate">{group.tag}</span>
      {group.version !== null && (
        <span className="font-mono text-[10px] font-normal text-ink-3">{group.version}</span>
      )}
      {isFolded && (
        <span className="figures text-xs font-normal text-ink-3">{group.found.length}</span>
      )}
      {canFold && (
        <ChevronRight
          aria-hidden
          size={12}
          className={classes(
            'ml-auto shrink-0 text-ink-3',
            isFolded ? undefined : 'rotate-90 opacity-0 group-hover:opacity-100',
          )}
        />
      )}
    </>
  );
  const look =
    'group mt-1.5 flex h-[29px] items-center gap-1.5 rounded-s px-2 text-s font-semibold text-ink-2';
  if (isFolded)
    return (
      <Option
        id={headingId}
        selected={false}
        aria-label={words.unfold(group.tag, group.found.length)}
        onChoose={() => onFold(group.key)}
        className={classes(look, 'hover:bg-hover', isPointed && 'pointed')}
      >
        {heading}
      </Option>
    );
  return (
    <ListGroup aria-labelledby={headingId}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the field that drives the list folds by the left arrow */}
      <div
        id={headingId}
        title={canFold ? words.fold : undefined}
        onClick={canFold ? () => onFold(group.key) : undefined}
        className={classes(look, canFold && 'hover:bg-hover')}
      >
        {heading}
      </div>
      {children}
    </ListGroup>
  );
}

const WIDTHS = [132, 96, 148, 112, 84, 140, 104, 124] as const;

function Loading() {
  return (
    <div className="grid gap-[19px] px-4 pt-11" aria-hidden>
      {WIDTHS.map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
