import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { OAuthApp, SetupPreview } from '../../../electron/contract/oauth.ts';
import type { DroppedFile } from '../../app/dropped-file.ts';
import { landing, useGo } from '../../app/navigation.ts';
import { explain } from '../../data/errors.ts';
import { useStartSignIn, useTakeSetup } from '../../data/oauth.ts';
import { useServices, useSession } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { AppForm } from './app-form.tsx';
import { SetupFileForm } from './setup-file-form.tsx';
import { SignInProgress } from './sign-in-progress.tsx';

/** What the panel shows while no sign-in is under way. */
type Step =
  | { readonly kind: 'start' }
  | { readonly kind: 'form'; readonly app: OAuthApp | null }
  | { readonly kind: 'file'; readonly preview: SetupPreview };

export interface OAuthPanelProps {
  /** What was dropped on the window last: a team's set-up file, it seems. */
  readonly dropped: DroppedFile | null;
}

/** Bytes of a dropped file that are read: one more than a set-up file may have, and main says so. */
const MOST_READ = 64 * 1024 + 1;

/** Signing in with OAuth: set up an app once, then the browser, then whose account it is. */
export function OAuthPanel({ dropped }: OAuthPanelProps) {
  const { strings, clock } = useServices();
  const session = useSession();
  const go = useGo();
  const { oauthApps, signIn } = session;
  const [step, setStep] = useState<Step>({ kind: 'start' });
  const start = useMutation(useStartSignIn());
  const take = useMutation({ ...useTakeSetup(), onSuccess: showFile });
  const [latest] = oauthApps.slice(-1);

  // A sign-in ends by itself, in main: with the account stored there is nothing left to do here.
  const wasSigningIn = useRef(false);
  useEffect(() => {
    const isSigningIn = signIn?.kind === 'exchanging' || signIn?.kind === 'confirming';
    const { connections, activeConnectionId } = session;
    const active = connections.find(({ id }) => id === activeConnectionId);
    if (wasSigningIn.current && signIn === null && active?.kind === 'oauth') go(landing(session));
    wasSigningIn.current = isSigningIn;
  }, [session, signIn, go]);

  function showFile(preview: SetupPreview): void {
    setStep({ kind: 'file', preview });
  }
  const signInWith = (app: OAuthApp): void => {
    setStep({ kind: 'start' });
    start.mutate({ appId: app.id, connectionId: null, redirectUri: null });
  };
  const { mutate: takeText } = take;
  useEffect(() => {
    void dropped?.file.slice(0, MOST_READ).text().then(takeText);
  }, [dropped, takeText]);

  const failures = [start.error, take.error];
  const failure = failures.find((one) => one !== null && one.error.kind !== 'cancelled') ?? null;
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that led here may be at the other end of a long form.
    if (failure !== null) note.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  const openFile = (
    <Button variant="ghost" size="l" busy={take.isPending} onClick={() => take.mutate(null)}>
      {strings.oauth.setUp.openFile}
    </Button>
  );

  return (
    <div className="grid gap-3.5">
      {failure !== null && signIn === null && (
        <div ref={note}>
          <ErrorNote
            explanation={{ ...explain(failure.error, strings, clock.now()), action: null }}
          />
        </div>
      )}
      {signIn !== null ? (
        <SignInProgress
          signIn={signIn}
          onChange={() => {
            const app = oauthApps.find(({ id }) => signIn.kind === 'failed' && id === signIn.appId);
            setStep({ kind: 'form', app: app ?? null });
          }}
        />
      ) : step.kind === 'file' ? (
        <SetupFileForm
          preview={step.preview}
          onAdded={signInWith}
          onBack={() => setStep({ kind: 'start' })}
        />
      ) : step.kind === 'form' || latest === undefined ? (
        <AppForm
          key={step.kind === 'form' ? (step.app?.id ?? 'new') : 'new'}
          app={step.kind === 'form' ? step.app : null}
          submit={strings.oauth.setUp.saveAndSignIn}
          onSaved={signInWith}
          {...(latest === undefined ? {} : { onCancel: () => setStep({ kind: 'start' }) })}
          otherwise={openFile}
        />
      ) : (
        <Start
          apps={oauthApps}
          isBusy={start.isPending}
          onSignIn={signInWith}
          onChange={(app) => setStep({ kind: 'form', app })}
        />
      )}
    </div>
  );
}

interface StartProps {
  readonly apps: readonly OAuthApp[];
  readonly isBusy: boolean;
  onSignIn(app: OAuthApp): void;
  onChange(app: OAuthApp | null): void;
}

/** The button to the browser, for whoever has an app set up. */
function Start({ apps, isBusy, onSignIn, onChange }: StartProps) {
  const words = useServices().strings.oauth.start;
  const selectId = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const app = apps.find(({ id }) => id === chosen) ?? apps.at(-1);
  if (app === undefined) return null;
  return (
    <div className="grid gap-4">
      <p className="text-pretty text-ink-2">{words.lead}</p>
      {apps.length === 1 ? (
        <p className="selectable truncate text-s">{words.app(app.clientId)}</p>
      ) : (
        <div className="flex items-center gap-2.5 text-s">
          <label htmlFor={selectId}>{words.choose}</label>
          <div className="min-w-0 flex-1">
            <Select
              id={selectId}
              problem={null}
              value={app.id}
              onChange={(event) => setChosen(event.target.value)}
              options={apps.map(({ id, clientId }) => ({ value: id, text: clientId }))}
            />
          </div>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" size="l" busy={isBusy} onClick={() => onSignIn(app)}>
          {words.go}
        </Button>
        <Button variant="ghost" size="l" onClick={() => onChange(app)}>
          {words.change}
        </Button>
        <Button variant="ghost" size="l" onClick={() => onChange(null)}>
          {words.another}
        </Button>
      </div>
    </div>
  );
}
