import { useMutation, useQuery } from '@tanstack/react-query';
import { History, Search } from 'lucide-react';
import { type KeyboardEvent, type Ref, useRef, useState } from 'react';
import type { HistoryEntry } from '../../../../electron/contract/history.ts';
import { valueOf } from '../../../data/bridge.ts';
import { useNow } from '../../../data/clock.ts';
import { useHistory } from '../../../data/history.ts';
import { useOperations } from '../../../data/operations.ts';
import { useServices } from '../../../data/services.ts';
import { filledSheet, type Workbench } from '../../../data/workbench.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FIELD_FRAME, FIELD_SIZES } from '../../../ui/field.tsx';
import { classes } from '../../../ui/classes.ts';
import { HistoryRow } from './history-row.tsx';
import { type Remembered, sectionsOf } from './sections.ts';

const MINUTE_MS = 60_000;

/** What was sent before: to open it filled in, or to send it once more. */
export function HistoryList({
  workbench,
  search,
}: {
  workbench: Workbench;
  search: Ref<HTMLInputElement>;
}) {
  const { strings, clock } = useServices();
  const words = strings.requests.history;
  const now = useNow(clock, MINUTE_MS);
  const history = useQuery(useHistory());
  const operations = useQuery(useOperations());
  const [query, setQuery] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const entries = history.data?.entries ?? [];
  const sections = sectionsOf(entries, operations.data ?? [], query, now);

  const open = ({ entry, operation }: Remembered, isWanted: boolean): void => {
    if (operation === null) return;
    setOpenId(entry.id);
    workbench.replace(
      operation.id,
      filledSheet({
        parameters: entry.parameters,
        ...(entry.body.kind === 'json' ? { body: entry.body.text } : {}),
        isWanted,
      }),
    );
  };
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[at + by]?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows go from row to row; each row is a button
    <div ref={list} onKeyDown={press} className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 p-2 pb-0">
        <div className={classes(FIELD_FRAME, FIELD_SIZES.s)}>
          <Search aria-hidden size={14} className="shrink-0 text-ink-3" />
          <input
            ref={search}
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="h-full min-w-0 flex-1 bg-transparent text-m outline-none [&::-webkit-search-cancel-button]:hidden"
          />
        </div>
      </div>
      {history.data !== undefined && entries.length === 0 && (
        <EmptyState
          icon={<History aria-hidden size={24} strokeWidth={1.4} />}
          title={words.empty.title}
          advice={words.empty.advice}
        />
      )}
      {entries.length > 0 && sections.length === 0 && (
        <EmptyState title={words.noMatch.title} advice={words.noMatch.advice}>
          <Button onClick={() => setQuery('')}>{words.noMatch.action}</Button>
        </EmptyState>
      )}
      {sections.length > 0 && (
        <div className="mt-1 min-h-0 flex-1 scroll-py-2 overflow-y-auto px-2 pb-2">
          {sections.map((section) => (
            <section key={section.name} aria-label={words[section.name]}>
              <h3 className="px-2 pt-2 pb-1 text-s font-semibold text-ink-2">
                {words[section.name]}
              </h3>
              <ul>
                {section.items.map((item) => (
                  <HistoryRow
                    key={item.entry.id}
                    item={item}
                    now={now}
                    isOpen={item.entry.id === openId}
                    onOpen={(isWanted) => open(item, isWanted)}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      <HistoryFoot entries={entries} unsaved={history.data?.unsaved ?? null} />
    </div>
  );
}

interface HistoryFootProps {
  readonly entries: readonly HistoryEntry[];
  readonly unsaved: keyof ReturnType<typeof useUnsavedWords> | null;
}

const useUnsavedWords = () => useServices().strings.requests.history.unsaved;

/** How many there are, the way to clear them, and for a while the way to undo that. */
function HistoryFoot({ entries, unsaved }: HistoryFootProps) {
  const { bridge, strings } = useServices();
  const words = strings.requests.history;
  const told = useUnsavedWords();
  const [removed, setRemoved] = useState(0);
  const clear = useMutation({
    mutationFn: () => valueOf(bridge.history.clear()),
    onSuccess: (answer) => setRemoved(answer.removed),
  });
  const restore = useMutation({
    mutationFn: () => valueOf(bridge.history.restore()),
    onSuccess: () => setRemoved(0),
  });
  const clearable = entries.filter((entry) => !entry.isPinned).length;
  // What is sent next ends the moment in which undoing is what one would want.
  const canUndo = removed > 0 && clearable === 0;
  if (entries.length === 0 && !canUndo && unsaved === null) return null;
  return (
    <div className="shrink-0 border-t border-line text-s text-ink-2">
      {unsaved !== null && <p className="bg-warn-bg px-4 py-1.5 text-pretty">{told[unsaved]}</p>}
      <div className="flex h-9 items-center justify-between pr-2 pl-4">
        <output>{canUndo ? words.removed(removed) : words.count(entries.length)}</output>
        {canUndo ? (
          <Button size="s" variant="ghost" onClick={() => restore.mutate()}>
            {words.undo}
          </Button>
        ) : (
          clearable > 0 && (
            <Button size="s" variant="ghost" onClick={() => clear.mutate()}>
              {words.clear}
            </Button>
          )
        )}
      </div>
    </div>
  );
}
