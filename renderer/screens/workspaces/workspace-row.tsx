import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import type { Workspace } from '../../../electron/contract/session.ts';
import { useStrings } from '../../data/services.ts';
import { usePlan } from '../../data/workspaces.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { classes } from '../../ui/classes.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Option } from '../../ui/listbox.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

interface WorkspaceRowProps {
  readonly id: string;
  readonly connectionId: string;
  readonly workspace: Workspace;
  readonly isCurrent: boolean;
  readonly isPointed: boolean;
  readonly isBusy: boolean;
  /** The digit that chooses this row, if one does. */
  readonly digit: string | null;
  onPoint(): void;
  onChoose(): void;
}

/** One Workspace. Every column keeps its width, whatever has been loaded. */
export function WorkspaceRow({
  id,
  connectionId,
  workspace,
  isCurrent,
  isPointed,
  isBusy,
  digit,
  onPoint,
  onChoose,
}: WorkspaceRowProps) {
  const words = useStrings().workspaces;
  return (
    <Option
      id={id}
      selected={isCurrent}
      aria-busy={isBusy || undefined}
      data-active={isPointed}
      onMouseMove={onPoint}
      onChoose={onChoose}
      className={classes(
        'grid h-10 grid-cols-[24px_minmax(0,1fr)_108px_132px_16px_20px] items-center gap-x-3 px-5',
        isPointed && 'row-mark bg-selected',
      )}
    >
      <Avatar {...workspace} shape="square" size="m" />
      <span className={classes('truncate', isCurrent && 'font-semibold')}>{workspace.name}</span>
      <span className="figures pr-2 text-right text-s whitespace-nowrap text-ink-2">
        {words.members(workspace.memberCount)}
      </span>
      <span className="truncate text-s text-ink-2">
        <Plan connectionId={connectionId} workspaceId={workspace.id} />
      </span>
      <span className="grid place-items-center">
        {isBusy ? (
          <span className="busy-ring text-accent">
            <i />
          </span>
        ) : (
          isCurrent && <Check aria-label={words.current} size={15} className="text-accent" />
        )}
      </span>
      <span className="grid justify-items-end">{digit !== null && <Kbd keys={[digit]} />}</span>
    </Option>
  );
}

function Plan({ connectionId, workspaceId }: { connectionId: string; workspaceId: string }) {
  const words = useStrings().workspaces;
  const plan = useQuery(usePlan(connectionId, workspaceId));
  if (plan.isPending) return <Skeleton width={88} />;
  if (plan.isError)
    return (
      <span title={words.noPlanWhy} className="text-ink-3">
        {words.noPlan}
      </span>
    );
  return words.plan(plan.data.name);
}
