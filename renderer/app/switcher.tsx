import { useMutation } from '@tanstack/react-query';
import { KeyRound, LayoutGrid, TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import type { Connection } from '../../electron/contract/session.ts';
import { useServices, useSession } from '../data/services.ts';
import { activeConnection, activeWorkspace } from '../data/session-store.ts';
import { useSwitchTo } from '../data/workspaces.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../ui/menu.tsx';
import { landing, useGo } from './navigation.ts';
import { SWITCHER_LOOK, SwitcherFace } from './switcher-face.tsx';

/** More Workspaces than this are better searched than scrolled. */
const MOST_WORKSPACES = 9;
const MOST_OF_OTHERS = 4;

/** The menu in the top bar: the Workspaces of every connection, and where to manage both. */
export function Switcher() {
  const { strings } = useServices();
  const session = useSession();
  const go = useGo();
  const workspace = activeWorkspace(session);
  const active = activeConnection(session);
  const others = session.connections.filter(({ id }) => id !== active?.id);
  const words = strings.shell.switcher;

  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={words.label(workspace?.name ?? strings.shell.noWorkspace)}
          className={SWITCHER_LOOK}
        >
          <SwitcherFace workspace={workspace} />
        </button>
      }
    >
      {active !== null && <ConnectionPart connection={active} most={MOST_WORKSPACES} />}
      {others.map((connection) => (
        <Fragment key={connection.id}>
          <MenuLine />
          <ConnectionPart connection={connection} most={MOST_OF_OTHERS} />
        </Fragment>
      ))}
      <MenuLine />
      {active !== null && (
        <MenuItem
          text={words.all}
          icon={<LayoutGrid aria-hidden size={15} />}
          onSelect={() => go('workspaces')}
        />
      )}
      <MenuItem
        text={words.tokens}
        icon={<KeyRound aria-hidden size={15} />}
        onSelect={() => go('tokens')}
      />
    </Menu>
  );
}

/** One connection with its Workspaces, or what keeps it from working. */
function ConnectionPart({ connection, most }: { connection: Connection; most: number }) {
  const { strings, session: store } = useServices();
  const session = useSession();
  const go = useGo();
  const { id, kind, user, workspaces, status } = connection;
  const isActive = id === session.activeConnectionId;
  const switchTo = useMutation({
    ...useSwitchTo(),
    onSuccess: async () => {
      if (!isActive) go(landing(await store.reload()));
    },
    onError: () => go(isActive ? 'workspaces' : 'tokens'),
  });
  const words = strings.shell.switcher;
  const isBroken = status.kind !== 'ok';
  const shown = workspaces.slice(0, most);
  return (
    <>
      <MenuHeading text={words.heading(user.name, strings.tokens.kinds[kind])} />
      {isBroken && (
        <MenuItem
          text={strings.tokens.status(status.kind, kind)}
          icon={<TriangleAlert aria-hidden size={15} className="text-warn" />}
          onSelect={() => go('tokens')}
        />
      )}
      {shown.map((item) => (
        <MenuItem
          key={item.id}
          text={item.name}
          icon={<Avatar {...item} shape="square" />}
          checked={isActive && item.id === session.workspaceId}
          onSelect={() => switchTo.mutate({ connectionId: id, workspaceId: item.id })}
        />
      ))}
      {!isActive && shown.length < workspaces.length && (
        <MenuItem
          text={words.more(workspaces.length - shown.length)}
          onSelect={() => switchTo.mutate({ connectionId: id, workspaceId: null })}
        />
      )}
    </>
  );
}
