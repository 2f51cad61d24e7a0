import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { explain } from '../../data/errors.ts';
import { useOperations } from '../../data/operations.ts';
import { useServices } from '../../data/services.ts';
import { useStore } from '../../data/store.ts';
import type { Workbench } from '../../data/workbench.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { isTyping, useKey } from '../../ui/use-key.ts';
import { OperationList } from './operation-list.tsx';
import { OperationPanel } from './operation-panel.tsx';
import { Teaching } from './teaching.tsx';

/** The whole API by hand: find an operation, fill it in, send it, read the answer. */
export function RequestsScreen({ workbench }: { workbench: Workbench }) {
  const { strings, clock } = useServices();
  const operations = useQuery(useOperations());
  const openId = useStore(workbench, (state) => state.openId);
  const search = useRef<HTMLInputElement>(null);
  const open = operations.data?.find((operation) => operation.id === openId);

  useEffect(() => search.current?.focus(), []);
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
          <OperationList
            search={search}
            operations={operations.data ?? null}
            openId={openId}
            onOpen={workbench.open}
          />
          {open === undefined ? (
            <Teaching />
          ) : (
            <OperationPanel key={open.id} operation={open} workbench={workbench} />
          )}
        </>
      )}
    </div>
  );
}
