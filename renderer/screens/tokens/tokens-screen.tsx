import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useGo } from '../../app/navigation.ts';
import { useSession, useStrings } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { ConnectionCard } from './connection-card.tsx';

/** The token settings: every connection, where its token lies, and what can be done to it. */
export function TokensScreen() {
  const words = useStrings().tokens;
  const session = useSession();
  const go = useGo();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <ScreenHead ref={title} title={words.title} note={words.lead}>
        <Button icon={<Plus aria-hidden size={14} />} onClick={() => go('connect')}>
          {words.add}
        </Button>
      </ScreenHead>
      <ul className="grid min-h-0 flex-1 auto-rows-min gap-3 overflow-y-auto px-5 pt-1 pb-5">
        {session.connections.map((connection) => (
          <ConnectionCard
            key={connection.id}
            connection={connection}
            isActive={connection.id === session.activeConnectionId}
            isInsecure={session.vault.kind === 'insecure'}
          />
        ))}
      </ul>
    </>
  );
}
