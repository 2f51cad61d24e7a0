import { useMutation } from '@tanstack/react-query';
import { KeyRound, LayoutGrid } from 'lucide-react';
import { useActivate } from '../data/connections.ts';
import { useServices, useSession } from '../data/services.ts';
import { activeConnection, activeWorkspace } from '../data/session-store.ts';
import { useChooseWorkspace } from '../data/workspaces.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../ui/menu.tsx';
import { landing, useGo } from './navigation.ts';
import { SWITCHER_LOOK, SwitcherFace } from './switcher-face.tsx';

/** More Workspaces than this are better searched than scrolled. */
const MOST_WORKSPACES = 9;

/** The menu in the top bar: Workspaces of this connection, other connections, and where to manage both. */
export function Switcher() {
  const { strings, session: store } = useServices();
  const session = useSession();
  const go = useGo();
  const connection = activeConnection(session);
  const workspace = activeWorkspace(session);
  const choose = useMutation({ ...useChooseWorkspace(), onError: () => go('workspaces') });
  const activate = useMutation({
    ...useActivate(),
    onSuccess: async () => go(landing(await store.reload())),
    onError: () => go('tokens'),
  });
  const words = strings.shell.switcher;
  const others = session.connections.filter((other) => other.id !== session.activeConnectionId);

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
      {connection !== null && connection.workspaces.length > 0 && (
        <>
          <MenuHeading text={connection.user.name} />
          {connection.workspaces.slice(0, MOST_WORKSPACES).map((item) => (
            <MenuItem
              key={item.id}
              text={item.name}
              icon={<Avatar {...item} shape="square" />}
              checked={item.id === session.workspaceId}
              onSelect={() => choose.mutate(item.id)}
            />
          ))}
        </>
      )}
      {others.length > 0 && (
        <>
          <MenuLine />
          <MenuHeading text={words.connections} />
          {others.map((item) => (
            <MenuItem
              key={item.id}
              text={item.user.name}
              icon={
                <Avatar
                  id={item.id}
                  initials={item.user.initials}
                  color={item.user.color}
                  shape="round"
                />
              }
              {...(item.kind === 'sample' ? { detail: words.sample } : {})}
              onSelect={() => activate.mutate(item.id)}
            />
          ))}
        </>
      )}
      <MenuLine />
      {connection !== null && (
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
