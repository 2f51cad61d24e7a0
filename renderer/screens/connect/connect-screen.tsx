import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, ArrowUpRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { landing, useNavigation } from '../../app/navigation.ts';
import type { Failure } from '../../data/bridge.ts';
import { useNow } from '../../data/clock.ts';
import { useConnectPersonal, useConnectSample } from '../../data/connections.ts';
import { explain } from '../../data/errors.ts';
import { useOpenLink } from '../../data/links.ts';
import { useServices, useSession } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Rich } from '../../ui/rich.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { Steps } from '../../ui/steps.tsx';
import { explainConnect } from './problem.ts';
import { ShapeHint } from './shape-hint.tsx';
import { cleanPaste, tokenShape } from './token-shape.ts';

/** Where a person hands Perch a personal token, or looks around without one. */
export function ConnectScreen() {
  const { strings } = useServices();
  const session = useSession();
  const { go, back } = useNavigation();
  const words = strings.connect;
  // Decided once: the connection made here must not make the way back appear for a moment.
  const [hasBack] = useState(session.connections.length > 0);
  const field = useRef<HTMLInputElement>(null);
  const [token, setToken] = useState('');
  const shape = tokenShape(token);

  const onSuccess = (next: typeof session) => go(landing(next));
  const connect = useMutation({
    ...useConnectPersonal(() => token.trim()),
    onSuccess,
    onError: () => field.current?.focus(),
  });
  const sample = useMutation({ ...useConnectSample(), onSuccess });
  const open = useMutation(useOpenLink());
  const failure = connect.error ?? sample.error ?? open.error;
  const isBusy = connect.isPending || sample.isPending;
  const canTry = shape.kind === 'personal' || shape.kind === 'odd';

  useEffect(() => field.current?.focus(), []);

  const change = (text: string): void => {
    setToken(text);
    connect.reset();
    sample.reset();
    open.reset();
  };

  return (
    // Centred by the height it has at rest, so that nothing moves when a problem is told below.
    <div className="grid min-h-0 flex-1 grid-rows-[max(0px,calc(50%-236px))_auto] overflow-y-auto">
      <div className="row-start-2 mx-auto w-full max-w-[608px] px-6 py-4 short:py-1">
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
                disabled={connect.isPending}
                onClick={() => sample.mutate()}
              >
                {words.sample}
              </Button>
            </>
          }
        >
          <h1 className="text-xl/tight font-[650] tracking-[-0.01em]">{words.title}</h1>
          <p className="mt-1 mb-4 text-pretty text-ink-2">{words.lead}</p>
          <Steps
            steps={[
              {
                key: 'logIn',
                text: words.steps.logIn,
                control: (
                  <Button
                    trailing={<ArrowUpRight aria-hidden size={14} className="text-ink-3" />}
                    onClick={() => open.mutate('clickupApiToken')}
                  >
                    {words.open}
                  </Button>
                ),
              },
              { key: 'apps', text: <Rich text={words.steps.apps} /> },
              { key: 'generate', text: <Rich text={words.steps.generate} /> },
              { key: 'paste', text: words.steps.paste },
            ]}
          />
          <form
            className="mt-3"
            onSubmit={(event) => {
              event.preventDefault();
              if (canTry && !isBusy) connect.mutate();
            }}
          >
            <SecretField
              ref={field}
              label={words.field}
              value={token}
              onChange={change}
              clean={cleanPaste}
              placeholder={words.placeholder}
              readOnly={connect.isPending}
              invalid={connect.isError || shape.kind === 'unusable'}
              describedBy="token-note"
              show={words.show}
              hide={words.hide}
            />
            {failure === null ? (
              <ShapeHint id="token-note" shape={shape} />
            ) : (
              <Problem id="token-note" error={failure} isToken={connect.isError} />
            )}
            <Button
              submit
              variant="primary"
              size="l"
              room={20}
              busy={connect.isPending}
              disabled={!canTry || sample.isPending}
            >
              {shape.kind === 'odd' ? words.submitAnyway : words.submit}
            </Button>
            <output className="sr-only">{connect.isPending && words.verifying}</output>
          </form>
        </Card>
      </div>
    </div>
  );
}

interface ProblemProps {
  readonly id: string;
  readonly error: Failure;
  readonly isToken: boolean;
}

/** Why connecting failed; a pause that ClickUp asks for counts down. */
function Problem({ id, error, isToken }: ProblemProps) {
  const { strings, clock } = useServices();
  const now = useNow(clock);
  const explanation = isToken
    ? explainConnect(error.error, strings, now)
    : { ...explain(error.error, strings, now), action: null };
  return (
    <div className="mt-2 mb-4">
      <ErrorNote id={id} explanation={explanation} />
    </div>
  );
}
