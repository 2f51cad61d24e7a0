import { ChevronDown } from 'lucide-react';
import type { Workspace } from '../../electron/contract/session.ts';
import { useStrings } from '../data/services.ts';
import { Avatar } from '../ui/avatar.tsx';

/** What the Workspace switcher shows, with or without its menu loaded. */
export function SwitcherFace({ workspace }: { workspace: Workspace | null }) {
  const strings = useStrings();
  return (
    <>
      {workspace !== null && <Avatar {...workspace} shape="square" />}
      <span className={workspace === null ? 'truncate text-ink-2' : 'truncate font-semibold'}>
        {workspace?.name ?? strings.shell.noWorkspace}
      </span>
      <ChevronDown aria-hidden size={13} className="shrink-0 text-ink-3" />
    </>
  );
}

export const SWITCHER_LOOK =
  'fade flex h-7 min-w-0 max-w-[320px] items-center gap-2 rounded-m px-2 hover:bg-hover data-[state=open]:bg-hover';
