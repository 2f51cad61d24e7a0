import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { explain } from '../data/errors.ts';
import { type Services, ServicesContext, useServices } from '../data/services.ts';
import { useStore } from '../data/store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { landing } from './navigation.ts';
import { useLateParts } from './screens.ts';
import { Shell } from './shell.tsx';

/** Main retries, caches and knows whether there is a network; the cache here only remembers answers. */
const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });

/** Perch's window. */
export function App({ services }: { services: Services }) {
  const [queryClient] = useState(newQueryClient);
  const { shell } = services.strings;
  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={queryClient}>
        <CrashBoundary
          renderInstead={(reset) => (
            <main className="flex h-full">
              <EmptyState title={shell.crash.title} advice={shell.crash.advice}>
                <Button onClick={reset}>{shell.crash.action}</Button>
              </EmptyState>
            </main>
          )}
        >
          <Boot />
        </CrashBoundary>
      </QueryClientProvider>
    </ServicesContext>
  );
}

/** The window's frame while the session is read, and what to say if it cannot be. */
function Boot() {
  const { session, strings, clock } = useServices();
  const state = useStore(session, (current) => current);
  const parts = useLateParts(state.kind === 'ready' ? landing(state.session) : null);
  useEffect(() => session.connect(), [session]);
  const problem = state.kind === 'failed' ? explain(state.error, strings, clock.now()) : null;
  if (state.kind === 'ready') return <Shell parts={parts} />;
  return (
    <div className="flex h-full flex-col" aria-busy={state.kind === 'loading'}>
      <div className="h-11 shrink-0 border-b border-line bg-surface" />
      <div className="flex min-h-0 flex-1">
        <div className="w-[52px] shrink-0 border-r border-line bg-rail" />
        <main aria-label={strings.shell.loading} className="flex flex-1">
          {problem !== null && (
            <EmptyState
              title={strings.shell.boot.title}
              advice={`${problem.title}. ${problem.advice}`}
            >
              <Button onClick={() => void session.reload().catch(() => undefined)}>
                {strings.shell.boot.retry}
              </Button>
            </EmptyState>
          )}
        </main>
      </div>
      <div className="h-[26px] shrink-0 border-t border-line bg-surface" />
    </div>
  );
}
