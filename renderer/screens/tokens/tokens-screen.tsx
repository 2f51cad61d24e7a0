import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useGo } from '../../app/navigation.ts';
import { useSession, useStrings } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { OAuthApps } from '../oauth/oauth-apps.tsx';
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
      <div className="grid min-h-0 flex-1 auto-rows-min grid-cols-1 gap-3 overflow-y-auto pt-1 pr-2.5 pb-5 pl-5 [scrollbar-gutter:stable]">
        <ul className="grid grid-cols-1 gap-3">
          {session.connections.map((connection) => (
            <ConnectionCard
              key={connection.id}
              connection={connection}
              isActive={connection.id === session.activeConnectionId}
              isInsecure={session.vault.kind === 'insecure'}
            />
          ))}
        </ul>
        <OAuthApps />
      </div>
    </>
  );
}
