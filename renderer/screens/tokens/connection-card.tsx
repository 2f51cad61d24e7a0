import type { ReactNode } from 'react';
import type { Connection } from '../../../electron/contract/session.ts';
import { useNow } from '../../data/clock.ts';
import { useServices } from '../../data/services.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { StatusDot, type Tone } from '../../ui/status-dot.tsx';
import { ConnectionActions } from './connection-actions.tsx';

const TONES: Readonly<Record<Connection['status']['kind'], Tone>> = {
  ok: 'good',
  needsReauth: 'bad',
  locked: 'warn',
  unreadable: 'bad',
};

const MINUTE_MS = 60_000;
/** More names than this make a line that nobody reads. */
const MOST_NAMES = 3;

interface ConnectionCardProps {
  readonly connection: Connection;
  readonly isActive: boolean;
  readonly isInsecure: boolean;
}

/** One connection: whose it is, what it reaches, how its token is kept, and its actions. */
export function ConnectionCard({ connection, isActive, isInsecure }: ConnectionCardProps) {
  const { strings, clock } = useServices();
  const now = useNow(clock, MINUTE_MS);
  const words = strings.tokens;
  const { user, workspaces, status } = connection;
  const names = workspaces.slice(0, MOST_NAMES).map((workspace) => workspace.name);
  const rest = workspaces.length - names.length;
  const listed = rest > 0 ? [...names, words.andMore(rest)].join(', ') : strings.format.list(names);

  return (
    <li aria-label={user.name} className="rounded-l border border-line bg-surface shadow-s">
      <div className="flex items-center gap-3 px-4 pt-3.5">
        <Avatar
          id={connection.id}
          initials={user.initials}
          color={user.color}
          picture={user.picture}
          shape="round"
          size="l"
        />
        <div className="min-w-0 flex-1">
          <h2 className="flex items-center gap-2 font-semibold">
            <span className="truncate">{user.name}</span>
            {isActive && (
              <span className="rounded-full bg-selected px-2 py-px text-xs font-medium text-accent">
                {words.active}
              </span>
            )}
          </h2>
          <p className="selectable truncate text-s text-ink-2">
            {user.email ?? words.kinds[connection.kind]}
          </p>
        </div>
        <span className="flex shrink-0 items-center gap-1.5 text-s text-ink-2">
          <StatusDot tone={TONES[status.kind]} />
          {words.status(status.kind, connection.kind)}
        </span>
      </div>
      <dl className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 pt-3 pb-3.5 text-s">
        <Fact name={words.kind}>{words.kinds[connection.kind]}</Fact>
        <Fact name={words.kept}>{words.places[connection.place]}</Fact>
        <Fact name={words.workspaces}>
          {workspaces.length === 0 ? words.noWorkspaces : words.reach(workspaces.length, listed)}
        </Fact>
        <Fact name={words.verified}>
          <time
            dateTime={new Date(connection.verifiedAt).toISOString()}
            title={strings.format.exact(connection.verifiedAt)}
          >
            {words.ago(connection.verifiedAt, Math.max(now, connection.verifiedAt))}
          </time>
        </Fact>
      </dl>
      <ConnectionActions connection={connection} isActive={isActive} isInsecure={isInsecure} />
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="truncate">{children}</dd>
    </>
  );
}
