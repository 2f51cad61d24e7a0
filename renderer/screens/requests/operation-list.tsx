import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import type { OperationInfo } from '../../../electron/contract/requests.ts';
import { useStrings } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Listbox, Option, OptionGroup, stepTo } from '../../ui/listbox.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { findOperations } from './find-operations.ts';
import { Method } from './method.tsx';

interface OperationListProps {
  /** Null while the catalogue is read. */
  readonly operations: readonly OperationInfo[] | null;
  readonly openId: string | null;
  onOpen(operationId: string): void;
  readonly search: Ref<HTMLInputElement>;
}

/** The catalogue: search on top, operations by tag below. Arrows point, Enter opens. */
export function OperationList({ operations, openId, onOpen, search }: OperationListProps) {
  const words = useStrings().requests;
  const listId = useId();
  const [query, setQuery] = useState('');
  const [pointedAt, setPointedAt] = useState<string | null>(openId);
  const groups = findOperations(operations ?? [], query);
  const found = groups.flatMap((group) => group.operations);
  const pointed = found.find((operation) => operation.id === pointedAt) ?? found[0];
  const optionId = (id: string): string => `${listId}-${id}`;

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const next = stepTo(event.key, found, pointed);
    if (next !== null) {
      setPointedAt(next.id);
      document.getElementById(optionId(next.id))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && pointed !== undefined) onOpen(pointed.id);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };

  return (
    <div className="pointer flex w-[232px] wide:w-[264px] shrink-0 flex-col border-r border-line">
      <div className="shrink-0 p-2 pb-0">
        <SearchField
          ref={search}
          label={words.searchLabel}
          placeholder={operations === null ? words.searchLabel : words.search(operations.length)}
          controls={listId}
          activeOption={pointed === undefined ? undefined : optionId(pointed.id)}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setPointedAt(null);
          }}
          onKeyDown={press}
        />
      </div>
      {operations === null && <Loading />}
      {operations !== null && found.length === 0 && (
        <EmptyState title={words.noMatch.title} advice={words.noMatch.advice}>
          <Button onClick={() => setQuery('')}>{words.noMatch.action}</Button>
        </EmptyState>
      )}
      <Listbox
        id={listId}
        label={words.list}
        hidden={found.length === 0}
        className="mt-2 min-h-0 flex-1 scroll-py-2 overflow-y-auto px-2 pb-2"
      >
        {groups.map((group, index) => (
          <OptionGroup key={group.tag} id={`${listId}-group-${index}`} label={group.tag}>
            {group.operations.map((operation) => (
              <Option
                key={operation.id}
                id={optionId(operation.id)}
                selected={operation.id === openId}
                title={operation.title}
                onChoose={() => {
                  setPointedAt(operation.id);
                  onOpen(operation.id);
                }}
                className={classes(
                  'flex h-[29px] items-center gap-2 rounded-s px-2',
                  operation.id === openId ? 'bg-selected' : 'hover:bg-hover',
                  operation.id === pointed?.id && 'pointed',
                )}
              >
                <Method method={operation.method} isTold />
                <span className="truncate">{operation.title}</span>
              </Option>
            ))}
          </OptionGroup>
        ))}
      </Listbox>
    </div>
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
