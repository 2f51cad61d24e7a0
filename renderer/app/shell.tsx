import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ScreenName } from '../../electron/contract/app.ts';
import { assertNever } from '../data/assert-never.ts';
import { useServices, useSession, useStrings } from '../data/services.ts';
import { createWorkbench, type Workbench } from '../data/workbench.ts';
import { ConnectScreen } from '../screens/connect/connect-screen.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import {
  landing,
  moved,
  type Navigation,
  NavigationContext,
  permitted,
  type Place,
} from './navigation.ts';
import { Notices } from './notices.tsx';
import { Rail } from './rail.tsx';
import type { LateParts } from './screens.ts';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';

/** The window once the session is known: bar, rail, screen, status line. */
export function Shell({ parts }: { parts: LateParts }) {
  const { bridge, newId } = useServices();
  const session = useSession();
  const [place, setPlace] = useState<Place>(() => ({ screen: landing(session), before: null }));
  const screen = permitted(place.screen, session);
  const start = landing(session);
  const navigation = useMemo<Navigation>(
    () => ({
      go: (next) => setPlace((current) => moved(current, next)),
      back: () => setPlace((current) => ({ screen: current.before ?? start, before: null })),
    }),
    [start],
  );

  const connectionId = session.activeConnectionId;
  // Drafts and answers belong to one account: another connection begins with none.
  const workbench = useMemo(
    () => createWorkbench({ bridge, newId, connectionId }),
    [bridge, newId, connectionId],
  );

  useEffect(() => {
    const unsubscribe = bridge.on.shell.showScreen(navigation.go);
    // What the tray asked for while this page was still loading.
    void bridge.app.takeScreen().then((asked) => {
      if (asked.ok && asked.value !== null) navigation.go(asked.value);
    });
    return unsubscribe;
  }, [bridge, navigation]);

  return (
    <NavigationContext value={navigation}>
      <div className="flex h-full flex-col">
        <TopBar Switcher={parts.Switcher} />
        <Notices />
        <div className="flex min-h-0 flex-1">
          {session.connections.length === 0 ? (
            <div className="w-[52px] shrink-0 border-r border-line bg-rail" />
          ) : (
            <Rail screen={screen} />
          )}
          <main className="relative flex min-w-0 flex-1 flex-col">
            <Screen screen={screen} workbench={workbench} parts={parts} />
          </main>
        </div>
        <StatusLine />
      </div>
    </NavigationContext>
  );
}

interface ScreenProps {
  readonly screen: ScreenName;
  readonly workbench: Workbench;
  readonly parts: LateParts;
}

function Screen({ screen, workbench, parts }: ScreenProps) {
  const strings = useStrings();
  return (
    <CrashBoundary
      key={screen}
      renderInstead={(reset) => (
        <EmptyState title={strings.shell.crash.title} advice={strings.shell.crash.advice}>
          <Button onClick={reset}>{strings.shell.crash.action}</Button>
        </EmptyState>
      )}
    >
      <Body screen={screen} workbench={workbench} parts={parts} />
    </CrashBoundary>
  );
}

function Body({ screen, workbench, parts }: ScreenProps): ReactNode {
  const { Requests, Workspaces, Tokens, OAuth } = parts;
  switch (screen) {
    case 'connect':
      return <ConnectScreen OAuth={OAuth} />;
    case 'workspaces':
      return Workspaces && <Workspaces />;
    case 'requests':
      return Requests && <Requests workbench={workbench} />;
    case 'tokens':
      return Tokens && <Tokens />;
    default:
      return assertNever(screen);
  }
}
