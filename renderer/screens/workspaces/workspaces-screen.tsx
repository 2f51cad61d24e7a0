import { useMutation } from '@tanstack/react-query';
import { Building2, RefreshCw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Connection } from '../../../electron/contract/session.ts';
import { useGo } from '../../app/navigation.ts';
import { useNow } from '../../data/clock.ts';
import { explain } from '../../data/errors.ts';
import { useServices, useSession } from '../../data/services.ts';
import { activeConnection } from '../../data/session-store.ts';
import { useChooseWorkspace, useReadPlansAgain, useRefresh } from '../../data/workspaces.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Listbox, stepTo } from '../../ui/listbox.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { findWorkspaces } from './find-workspaces.ts';
import { WorkspaceRow } from './workspace-row.tsx';

const MINUTE_MS = 60_000;

/** The Workspace picker: search, arrows and Enter, or a digit. */
export function WorkspacesScreen() {
  const connection = activeConnection(useSession());
  return connection && <Picker connection={connection} />;
}

function Picker({ connection }: { connection: Connection }) {
  const { strings, clock } = useServices();
  const session = useSession();
  const go = useGo();
  const now = useNow(clock, MINUTE_MS);
  const listId = useId();
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const all = connection.workspaces;
  const found = findWorkspaces(all, query);
  const [pointedAt, setPointedAt] = useState<string | null>(session.workspaceId);
  const pointed = found.find((workspace) => workspace.id === pointedAt) ?? found[0];

  const choose = useMutation({ ...useChooseWorkspace(), onSuccess: () => go('requests') });
  const refresh = useMutation(useRefresh());
  useReadPlansAgain(connection);
  const words = strings.workspaces;
  const optionId = (id: string): string => `${listId}-${id}`;

  useEffect(() => search.current?.focus(), []);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (choose.isPending) return;
    const next = stepTo(event.key, found, pointed);
    const isDigit = query === '' && /^[1-9]$/u.test(event.key);
    const numbered = isDigit ? found[Number(event.key) - 1] : undefined;
    if (numbered !== undefined) choose.mutate(numbered.id);
    else if (next !== null) {
      setPointedAt(next.id);
      document.getElementById(optionId(next.id))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && pointed !== undefined) choose.mutate(pointed.id);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };

  const failure = choose.error ?? refresh.error;
  return (
    <>
      <ScreenHead
        title={words.title}
        note={words.updated(connection.verifiedAt, Math.max(now, connection.verifiedAt))}
      >
        <Button
          icon={<RefreshCw aria-hidden size={13} className="text-ink-2" />}
          busy={refresh.isPending}
          onClick={() => refresh.mutate()}
        >
          {words.refresh}
        </Button>
      </ScreenHead>
      {all.length > 0 && (
        <div className="shrink-0 px-5 pb-2">
          <SearchField
            ref={search}
            label={words.search}
            placeholder={words.search}
            controls={listId}
            activeOption={pointed === undefined ? undefined : optionId(pointed.id)}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={press}
          />
        </div>
      )}
      {failure !== null && (
        <div className="shrink-0 px-5 pt-1 pb-2">
          <ErrorNote
            explanation={staleExplanation()}
            actions={{
              retry: () => (choose.error === null ? refresh.mutate() : choose.reset()),
              // Where the banner above offers it already, once is enough.
              ...(connection.status.kind === 'needsReauth'
                ? {}
                : {
                    newToken: () => go('connect', 'personal'),
                    signInAgain: () => go('connect', 'oauth'),
                  }),
            }}
            busy={refresh.isPending}
          />
        </div>
      )}
      {all.length === 0 ? (
        <EmptyState
          icon={<Building2 aria-hidden size={28} strokeWidth={1.4} />}
          title={words.none.title}
          advice={words.none.advice}
        />
      ) : found.length === 0 ? (
        <EmptyState title={words.noMatch.title(query)} advice={words.noMatch.advice}>
          <Button onClick={() => setQuery('')}>{words.noMatch.action}</Button>
        </EmptyState>
      ) : null}
      <Listbox
        id={listId}
        label={words.list}
        hidden={found.length === 0}
        className="min-h-0 flex-1 overflow-y-auto pb-3"
      >
        {found.map((workspace, index) => (
          <WorkspaceRow
            key={workspace.id}
            id={optionId(workspace.id)}
            connectionId={connection.id}
            workspace={workspace}
            isCurrent={workspace.id === session.workspaceId}
            isPointed={workspace.id === pointed?.id}
            isBusy={choose.isPending && choose.variables === workspace.id}
            digit={query === '' && index < 9 ? String(index + 1) : null}
            onPoint={() => setPointedAt(workspace.id)}
            onChoose={() => choose.mutate(workspace.id)}
          />
        ))}
      </Listbox>
    </>
  );

  function staleExplanation() {
    const explanation = explain(
      (failure ?? { error: { kind: 'internal' } as const }).error,
      strings,
      now,
      connection.kind,
    );
    const from = connection.verifiedAt;
    if (all.length === 0 || now - from < MINUTE_MS) return explanation;
    return { ...explanation, advice: `${explanation.advice} ${words.stale(from, now)}` };
  }
}
