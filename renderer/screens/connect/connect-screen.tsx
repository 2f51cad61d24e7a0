import { useMutation } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { type ConnectMethod, landing, useNavigation } from '../../app/navigation.ts';
import { useConnectSample } from '../../data/connections.ts';
import { useServices, useSession } from '../../data/services.ts';
import type { OAuthPanelProps } from '../oauth/oauth-panel.tsx';
import { activeConnection } from '../../data/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { PersonalToken } from './personal-token.tsx';

interface ConnectScreenProps extends OAuthPanelProps {
  readonly OAuth: ComponentType<OAuthPanelProps> | null;
}

/** Where a person connects Perch to ClickUp, by a token or by signing in, or looks around without. */
export function ConnectScreen({ OAuth, dropped }: ConnectScreenProps) {
  const { strings } = useServices();
  const session = useSession();
  const { go, back, method: asked } = useNavigation();
  const words = strings.connect;
  // Decided once: the connection made here must not make the way back appear for a moment.
  const [hasBack] = useState(session.connections.length > 0);
  const [usual] = useState<ConnectMethod>(
    activeConnection(session)?.kind === 'oauth' ? 'oauth' : 'personal',
  );
  // A link may come in at any time; what became of it is told where signing in lives.
  const method: ConnectMethod = session.signIn === null ? (asked ?? usual) : 'oauth';
  const [isConnecting, setConnecting] = useState(false);
  const sample = useMutation({
    ...useConnectSample(),
    onSuccess: (next: typeof session) => go(landing(next)),
  });

  return (
    // Centred by the height it has at rest, so that nothing moves when a problem is told below.
    <div className="grid min-h-0 flex-1 grid-rows-[max(0px,calc(50%-266px))_auto] overflow-y-auto [scrollbar-gutter:stable_both-edges]">
      <div className="row-start-2 mx-auto w-full max-w-[608px] px-6 pt-4 pb-1 short:pt-1">
        {hasBack && (
          <div className="mb-2 -ml-2">
            <Button variant="ghost" icon={<ArrowLeft aria-hidden size={14} />} onClick={back}>
              {words.back}
            </Button>
          </div>
        )}
        <Card
          foot={
            <>
              {words.onlyLooking}
              <span className="flex-1" />
              <Button
                busy={sample.isPending}
                disabled={isConnecting}
                onClick={() => sample.mutate()}
              >
                {words.sample}
              </Button>
            </>
          }
        >
          <h1 className="text-xl/tight font-[650] tracking-[-0.01em]">{words.title}</h1>
          <p className="mt-1 mb-3 text-pretty text-ink-2">{words.lead}</p>
          <Tabs<ConnectMethod>
            label={strings.oauth.methods.label}
            tabs={[
              { name: 'personal', text: strings.oauth.methods.personal },
              { name: 'oauth', text: strings.oauth.methods.oauth },
            ]}
            selected={method}
            controls="connect-method"
            onSelect={(selected) => go('connect', selected)}
          />
          <div
            id="connect-method"
            role="tabpanel"
            aria-label={strings.oauth.methods.label}
            className="mt-4 short:mt-3"
          >
            {method === 'personal' ? (
              <PersonalToken
                isBlocked={sample.isPending}
                otherFailure={sample.error}
                onBusy={setConnecting}
                onChange={sample.reset}
              />
            ) : (
              OAuth && <OAuth dropped={dropped} />
            )}
          </div>
        </Card>
      </div>
    </div>
  );
}
