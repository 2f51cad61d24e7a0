import { useMutation } from '@tanstack/react-query';
import { ArrowUpRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { landing, useGo } from '../../app/navigation.ts';
import type { Failure } from '../../data/bridge.ts';
import { useNow } from '../../data/clock.ts';
import { useConnectPersonal } from '../../data/connections.ts';
import { explain } from '../../data/errors.ts';
import { useOpenLink } from '../../data/links.ts';
import { useServices, useSession } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Rich } from '../../ui/rich.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { Steps } from '../../ui/steps.tsx';
import { explainConnect } from './problem.ts';
import { ShapeHint } from './shape-hint.tsx';
import { cleanPaste, tokenShape } from './token-shape.ts';

interface PersonalTokenProps {
  /** Something else on the screen is under way. */
  readonly isBlocked: boolean;
  /** What failed elsewhere on the screen is told here, where the eye is. */
  readonly otherFailure: Failure | null;
  onBusy(isBusy: boolean): void;
  /** The text changed: what was told before is out of date. */
  onChange(): void;
}

/** Where a person hands Perch a personal token, in the steps of ClickUp's own page. */
export function PersonalToken({ isBlocked, otherFailure, onBusy, onChange }: PersonalTokenProps) {
  const { strings } = useServices();
  const session = useSession();
  const go = useGo();
  const words = strings.connect;
  const field = useRef<HTMLInputElement>(null);
  const [token, setToken] = useState('');
  const shape = tokenShape(token);
  const connect = useMutation({
    ...useConnectPersonal(() => token.trim()),
    onMutate: () => onBusy(true),
    onSettled: () => onBusy(false),
    onSuccess: (next: typeof session) => go(landing(next)),
    onError: () => field.current?.focus(),
  });
  const open = useMutation(useOpenLink());
  const failure = connect.error ?? otherFailure ?? open.error;
  const canTry = shape.kind === 'personal' || shape.kind === 'odd';
  // With a connection that has a token, this replaces it, and the person should know what that does.
  const replaces = session.connections.some(({ kind }) => kind === 'personal');

  useEffect(() => field.current?.focus(), []);

  const change = (text: string): void => {
    setToken(text);
    connect.reset();
    open.reset();
    onChange();
  };

  return (
    <>
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
          {
            key: 'generate',
            text: <Rich text={replaces ? words.steps.regenerate : words.steps.generate} />,
          },
          { key: 'paste', text: words.steps.paste },
        ]}
      />
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (canTry && !connect.isPending && !isBlocked) connect.mutate();
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
          disabled={!canTry || isBlocked}
        >
          {shape.kind === 'odd' ? words.submitAnyway : words.submit}
        </Button>
        <output className="sr-only">{connect.isPending && words.verifying}</output>
      </form>
    </>
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
