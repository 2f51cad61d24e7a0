import { useSession, useStrings } from '../data/services.ts';
import { activeConnection, activeWorkspace } from '../data/session-store.ts';
import { Avatar } from '../ui/avatar.tsx';
import { useGo } from './navigation.ts';
import type { LateParts } from './screens.ts';
import { SWITCHER_LOOK, SwitcherFace } from './switcher-face.tsx';

/** The bar on top: which Workspace, and whose token. */
export function TopBar({ Switcher }: Pick<LateParts, 'Switcher'>) {
  const strings = useStrings();
  const session = useSession();
  const go = useGo();
  const connection = activeConnection(session);
  return (
    <header className="flex h-11 shrink-0 items-center gap-2.5 border-b border-line bg-surface px-3">
      {session.connections.length === 0 ? (
        <span className="px-2 font-medium text-ink-2">{strings.shell.notConnected}</span>
      ) : Switcher ? (
        <Switcher />
      ) : (
        <span className={SWITCHER_LOOK}>
          <SwitcherFace workspace={activeWorkspace(session)} />
        </span>
      )}
      {connection !== null && (
        <button
          type="button"
          title={strings.shell.signedInAs(connection.user.name)}
          aria-label={strings.shell.signedInAs(connection.user.name)}
          onClick={() => go('tokens')}
          className="fade ml-auto grid size-7 place-items-center rounded-full hover:bg-hover"
        >
          <Avatar
            id={connection.id}
            initials={connection.user.initials}
            color={connection.user.color}
            picture={connection.user.picture}
            shape="round"
          />
        </button>
      )}
    </header>
  );
}
