import { useMutation } from '@tanstack/react-query';
import { ArrowUpRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { OAuthApp } from '../../../electron/contract/oauth.ts';
import { explain } from '../../data/errors.ts';
import { useOpenLink } from '../../data/links.ts';
import { useSaveApp } from '../../data/oauth.ts';
import { useServices } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { InlineField } from '../../ui/field.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Rich } from '../../ui/rich.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { RedirectChoice } from './redirect-choice.tsx';

/** Ticked for a new app: the way straight back, and one port where that is not accepted. */
const FIRST_TICKED = [
  'app.perch.desktop://oauth/callback',
  'http://127.0.0.1:17291/oauth/callback',
];

interface AppFormProps {
  /** The app to change, or null for a new one. */
  readonly app: OAuthApp | null;
  readonly submit: string;
  onSaved(app: OAuthApp): void;
  /** Absent where there is nothing to go back to. */
  onCancel?(): void;
  /** Other ways, at the end of the line with the button. */
  readonly otherwise?: ReactNode;
}

/** An OAuth app's details, in the steps of ClickUp's own page: create, register, enter. */
export function AppForm({ app, submit, onSaved, onCancel, otherwise }: AppFormProps) {
  const { strings, clock } = useServices();
  const words = strings.oauth.setUp;
  const noteId = useId();
  const clientFieldId = useId();
  const [clientId, setClientId] = useState(app?.clientId ?? '');
  const [secret, setSecret] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>(
    app?.redirects.flatMap(({ route, uri }) => (route === 'bridge' ? [] : [uri])) ?? FIRST_TICKED,
  );
  const [bridge, setBridge] = useState(
    app?.redirects.find(({ route }) => route === 'bridge')?.uri ?? '',
  );
  const redirectUris = [...ticked, ...(bridge.trim() === '' ? [] : [bridge])];
  const hosted = app?.exchange.kind === 'endpoint' ? app.exchange.address : null;
  const open = useMutation(useOpenLink());
  const save = useMutation({
    ...useSaveApp(() => ({
      appId: app?.id ?? null,
      clientId,
      redirectUris,
      exchange: secret === '' ? { kind: 'unchanged' } : { kind: 'secret', secret: secret.trim() },
    })),
    onSuccess: onSaved,
  });
  const canSave =
    clientId.trim() !== '' && (secret.trim() !== '' || app !== null) && redirectUris.length > 0;

  return (
    <form
      className="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave && !save.isPending) save.mutate();
      }}
    >
      {app === null && (
        <Step
          number={1}
          text={<Rich text={words.create} />}
          control={
            <Button
              trailing={<ArrowUpRight aria-hidden size={14} className="text-ink-3" />}
              onClick={() => open.mutate('clickupApps')}
            >
              {words.open}
            </Button>
          }
        />
      )}
      <div className="grid gap-2">
        {app === null && <Step number={2} text={words.register} />}
        <RedirectChoice ticked={ticked} bridge={bridge} onTick={setTicked} onBridge={setBridge} />
        {redirectUris.length === 0 && (
          <p role="alert" className="text-s text-bad">
            {words.noRedirect}
          </p>
        )}
      </div>
      <div className="grid gap-2">
        {app === null && <Step number={3} text={words.enter} />}
        <Labelled label={words.clientId} htmlFor={clientFieldId}>
          <InlineField
            id={clientFieldId}
            value={clientId}
            problem={null}
            onChange={(event) => {
              setClientId(event.target.value);
              save.reset();
            }}
          />
        </Labelled>
        {hosted === null ? (
          <div className="grid gap-1">
            <span aria-hidden className="text-s font-medium text-ink-2">
              {words.secret}
            </span>
            <SecretField
              label={words.secret}
              value={secret}
              onChange={(text) => {
                setSecret(text);
                save.reset();
              }}
              clean={(text) => text.trim()}
              placeholder={app === null ? words.secretHint : words.secretKept}
              readOnly={save.isPending}
              invalid={save.error?.error.kind === 'invalid' && save.error.error.field === 'secret'}
              describedBy={noteId}
              show={words.show}
              hide={words.hide}
            />
          </div>
        ) : (
          <p className="text-s text-ink-2">{words.endpoint(hosted)}</p>
        )}
      </div>
      <div id={noteId}>
        {save.error !== null && (
          <ErrorNote
            explanation={{ ...explain(save.error.error, strings, clock.now()), action: null }}
          />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button submit variant="primary" size="l" busy={save.isPending} disabled={!canSave}>
          {submit}
        </Button>
        {onCancel !== undefined && (
          <Button variant="ghost" size="l" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
        {otherwise}
      </div>
    </form>
  );
}

function Step({ number, text, control }: { number: number; text: ReactNode; control?: ReactNode }) {
  return (
    <div className="flex items-start gap-2.5">
      <span
        aria-hidden
        className="figures grid size-[22px] shrink-0 place-items-center rounded-full border border-line-strong text-xs text-ink-2"
      >
        {number}
      </span>
      <p className="min-w-0 flex-1 pt-px text-pretty">{text}</p>
      {control}
    </div>
  );
}
