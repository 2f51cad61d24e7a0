import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { explain } from '../../data/errors.ts';
import { useOperations } from '../../data/operations.ts';
import { useServices } from '../../data/services.ts';
import { useStore } from '../../data/store.ts';
import type { Workbench } from '../../data/workbench.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { hasMod } from '../../ui/keys.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { isTyping, useKey } from '../../ui/use-key.ts';
import { HistoryList } from './history/history-list.tsx';
import { OperationList } from './operation-list.tsx';
import { OperationPanel } from './operation-panel.tsx';
import { Teaching } from './teaching.tsx';

/** The id of the panel with what can be chosen from. */
const SIDE = 'requests-side';

/** The whole API by hand: find an operation, fill it in, send it, read the answer. */
export function RequestsScreen({ workbench }: { workbench: Workbench }) {
  const { strings, app, clock } = useServices();
  const operations = useQuery(useOperations());
  const openId = useStore(workbench, (state) => state.openId);
  const replaced = useStore(workbench, (state) => state.replaced);
  const side = useStore(workbench, (state) => state.side);
  const words = strings.requests;
  const search = useRef<HTMLInputElement>(null);
  const open = operations.data?.find((operation) => operation.id === openId);

  useEffect(() => search.current?.focus(), []);
  useKey((event) => {
    // Ctrl Y is what browsers open their history by; on macOS it is Command Y.
    if (event.key.toLowerCase() === 'y' && hasMod(event, app.platform) && !isTyping(event)) {
      event.preventDefault();
      workbench.choose(side === 'history' ? 'operations' : 'history');
    }
  });
  useKey((event) => {
    if (event.key !== '/' || isTyping(event)) return;
    event.preventDefault();
    search.current?.select();
  });

  return (
    <div className="flex min-h-0 flex-1">
      <h1 className="sr-only">{strings.requests.title}</h1>
      {operations.isError ? (
        <div className="flex-1 p-5">
          <ErrorNote
            explanation={explain(operations.error.error, strings, clock.now())}
            actions={{ retry: () => void operations.refetch() }}
            busy={operations.isFetching}
          />
        </div>
      ) : (
        <>
          <div className="flex w-[232px] wide:w-[264px] shrink-0 flex-col border-r border-line">
            <div className="shrink-0 px-2 pt-2">
              <Tabs
                wide
                label={words.sides.label}
                controls={SIDE}
                selected={side}
                onSelect={workbench.choose}
                tabs={[
                  { name: 'operations', text: words.sides.operations },
                  { name: 'history', text: words.sides.history },
                ]}
              />
            </div>
            <div
              id={SIDE}
              role="tabpanel"
              aria-label={words.sides[side]}
              className="flex min-h-0 flex-1 flex-col"
            >
              {side === 'history' ? (
                <HistoryList search={search} workbench={workbench} />
              ) : (
                <OperationList
                  search={search}
                  operations={operations.data ?? null}
                  workbench={workbench}
                />
              )}
            </div>
          </div>
          {open === undefined ? (
            <Teaching />
          ) : (
            <OperationPanel key={`${open.id} ${replaced}`} operation={open} workbench={workbench} />
          )}
        </>
      )}
    </div>
  );
}
