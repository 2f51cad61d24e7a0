import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ScreenName } from '../../electron/contract/app.ts';
import { assertNever } from '../data/assert-never.ts';
import { useServices, useSession, useStrings } from '../data/services.ts';
import { createWorkbench, type Workbench } from '../data/workbench.ts';
import { ConnectScreen } from '../screens/connect/connect-screen.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { type DroppedFile, useDroppedFile } from './dropped-file.ts';
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
  const { bridge, clock, newId, strings } = useServices();
  const session = useSession();
  const [place, setPlace] = useState<Place>(() => ({
    screen: landing(session),
    before: null,
    method: null,
  }));
  const screen = permitted(place.screen, session);
  const start = landing(session);
  const navigation = useMemo<Navigation>(
    () => ({
      go: (next, method) => setPlace((current) => moved(current, next, method)),
      back: () =>
        setPlace((current) => ({ screen: current.before ?? start, before: null, method: null })),
    }),
    [start],
  );
  const placed = useMemo(
    () => ({ ...navigation, method: place.method }),
    [navigation, place.method],
  );

  // A Workspace that was taken away leads back to the picker, whatever is being done in it.
  const isLost = session.lostWorkspace !== null && session.workspaceId === null;
  useEffect(() => {
    if (isLost) navigation.go('workspaces');
  }, [isLost, navigation]);

  const [dropped, setDropped] = useState<DroppedFile | null>(null);
  const isOver = useDroppedFile((next) => {
    setDropped(next);
    navigation.go('connect', 'oauth');
  });

  const connectionId = session.activeConnectionId;
  // Drafts and answers belong to one account: another connection begins with none.
  const workbench = useMemo(
    () => createWorkbench({ bridge, clock, newId, connectionId }),
    [bridge, clock, newId, connectionId],
  );

  useEffect(() => {
    const unsubscribe = bridge.on.shell.showScreen((asked) => navigation.go(asked));
    // What the tray asked for while this page was still loading.
    void bridge.app.takeScreen().then((asked) => {
      if (asked.ok && asked.value !== null) navigation.go(asked.value);
    });
    return unsubscribe;
  }, [bridge, navigation]);

  return (
    <NavigationContext value={placed}>
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
            <Screen screen={screen} workbench={workbench} parts={parts} dropped={dropped} />
            {isOver && (
              <div className="pointer-events-none absolute inset-2 z-10 grid place-items-center rounded-l border-2 border-dashed border-accent bg-surface/90">
                {strings.oauth.setUp.dropHere}
              </div>
            )}
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
  /** What was dropped on the window last. */
  readonly dropped: DroppedFile | null;
}

function Screen(props: ScreenProps) {
  const strings = useStrings();
  const { screen } = props;
  return (
    <CrashBoundary
      key={screen}
      renderInstead={(reset) => (
        <EmptyState title={strings.shell.crash.title} advice={strings.shell.crash.advice}>
          <Button onClick={reset}>{strings.shell.crash.action}</Button>
        </EmptyState>
      )}
    >
      <Body {...props} />
    </CrashBoundary>
  );
}

function Body({ screen, workbench, parts, dropped }: ScreenProps): ReactNode {
  const { Requests, Workspaces, Tokens, OAuth } = parts;
  switch (screen) {
    case 'connect':
      return <ConnectScreen OAuth={OAuth} dropped={dropped} />;
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
