import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { SignIn } from '../../../electron/contract/oauth.ts';
import { assertNever } from '../../data/assert-never.ts';
import { useNow } from '../../data/clock.ts';
import { explain } from '../../data/errors.ts';
import {
  useCancelSignIn,
  useConfirmSignIn,
  useCopyAddress,
  useOpenAgain,
  usePasteAddress,
  useStartSignIn,
} from '../../data/oauth.ts';
import { useServices } from '../../data/services.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { InlineField } from '../../ui/field.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { explainSignIn } from './explain-sign-in.ts';

/** A sign-in under way, or what became of it. */
export function SignInProgress({ signIn, onChange }: { signIn: SignIn; onChange(): void }) {
  const { strings } = useServices();
  switch (signIn.kind) {
    case 'waiting':
      return <Waiting signIn={signIn} />;
    case 'exchanging':
      return (
        <output className="flex items-center gap-2.5 py-6 text-ink-2">
          <span aria-hidden className="busy-ring grid size-4 place-items-center">
            <i />
          </span>
          {strings.oauth.exchanging}
        </output>
      );
    case 'confirming':
      return <Confirming signIn={signIn} />;
    case 'failed':
      return <Failed signIn={signIn} onChange={onChange} />;
    default:
      return assertNever(signIn);
  }
}

type Of<Kind extends SignIn['kind']> = Extract<SignIn, { kind: Kind }>;

function Waiting({ signIn }: { signIn: Of<'waiting'> }) {
  const { strings, clock } = useServices();
  const now = useNow(clock);
  const words = strings.oauth.waiting;
  const again = useMutation(useOpenAgain());
  const copy = useMutation(useCopyAddress());
  const next = useMutation(useStartSignIn());
  const cancel = useMutation(useCancelSignIn());
  const paste = useMutation(usePasteAddress());
  const addressId = useId();
  const [address, setAddress] = useState('');
  const failure = again.error ?? copy.error ?? next.error ?? paste.error;
  const { appId, connectionId } = signIn;

  return (
    <div className="grid gap-4">
      <div>
        <Title>{words.title}</Title>
        <p className="mt-0.5 text-pretty text-ink-2">
          {words.text} {!signIn.survivesRestart && words.keepRunning}
        </p>
        <p className="figures mt-1 text-s text-ink-2">
          {words.left(signIn.expiresAt, now)} · {strings.oauth.routes[signIn.redirect.route]}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <Button busy={again.isPending} onClick={() => again.mutate()}>
          {words.again}
        </Button>
        <Button busy={copy.isPending} onClick={() => copy.mutate()}>
          {copy.isSuccess ? words.copied : words.copy}
        </Button>
        {signIn.next !== null && (
          <Button
            busy={next.isPending}
            onClick={() =>
              next.mutate({ appId, connectionId, redirectUri: signIn.next?.uri ?? null })
            }
          >
            {words.next(signIn.next.route)}
          </Button>
        )}
        <Button variant="ghost" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {words.cancel}
        </Button>
      </div>
      <form
        className="grid gap-2 border-t border-line pt-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') paste.mutate({ address });
        }}
      >
        <p className="text-s text-ink-2">{words.paste}</p>
        <div className="flex items-end gap-2">
          <Labelled label={words.pasteLabel} htmlFor={addressId}>
            <InlineField
              id={addressId}
              value={address}
              placeholder={words.pasteHint(signIn.redirect.uri)}
              problem={null}
              onChange={(event) => setAddress(event.target.value)}
            />
          </Labelled>
          <Button submit busy={paste.isPending} disabled={address.trim() === ''}>
            {words.use}
          </Button>
        </div>
        {signIn.ignored !== null && (
          <p role="alert" className="text-s text-pretty text-bad">
            {strings.oauth.ignored[signIn.ignored]}
          </p>
        )}
      </form>
      {failure !== null && (
        <ErrorNote explanation={{ ...explain(failure.error, strings, now), action: null }} />
      )}
    </div>
  );
}

function Confirming({ signIn }: { signIn: Of<'confirming'> }) {
  const { strings, clock } = useServices();
  const words = strings.oauth.confirming;
  const confirm = useMutation(useConfirmSignIn());
  const cancel = useMutation(useCancelSignIn());
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  const { user, workspaces } = signIn;
  const names = strings.format.list(workspaces.map(({ name }) => name));
  return (
    <div className="grid gap-4">
      <div>
        <Title>{words.title}</Title>
        <p className="mt-0.5 text-ink-2">{words.note}</p>
      </div>
      <div className="flex items-center gap-3 rounded-m border border-line px-3.5 py-3">
        <Avatar
          id={String(user.id)}
          initials={user.initials}
          color={user.color}
          picture={user.picture}
          shape="round"
          size="l"
        />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{user.name}</p>
          {user.email !== null && (
            <p className="selectable truncate text-s text-ink-2">{user.email}</p>
          )}
          <p className="truncate text-s text-ink-2">{words.workspaces(workspaces.length, names)}</p>
        </div>
      </div>
      {confirm.error !== null && (
        <ErrorNote explanation={explain(confirm.error.error, strings, clock.now())} />
      )}
      <div className="flex items-center gap-1.5">
        <Button
          ref={yes}
          variant="primary"
          size="l"
          busy={confirm.isPending}
          onClick={() => confirm.mutate()}
        >
          {words.yes(user.name)}
        </Button>
        <Button variant="ghost" size="l" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {words.no}
        </Button>
      </div>
    </div>
  );
}

function Failed({ signIn, onChange }: { signIn: Of<'failed'>; onChange(): void }) {
  const { strings, clock } = useServices();
  const now = useNow(clock);
  const words = strings.oauth.failed;
  const start = useMutation(useStartSignIn());
  const cancel = useMutation(useCancelSignIn());
  const { appId, connectionId, next, failure } = signIn;
  const explanation = explainSignIn(failure, strings, now);
  const canChange = explanation.remedy === 'change';
  const again = (redirectUri: string | null): void => {
    if (appId !== null) start.mutate({ appId, connectionId, redirectUri });
  };
  return (
    <div className="grid gap-3.5">
      <ErrorNote explanation={explanation} />
      {start.error !== null && <ErrorNote explanation={explain(start.error.error, strings, now)} />}
      <div className="flex flex-wrap items-center gap-1.5">
        {canChange && (
          <Button
            variant="primary"
            onClick={() => {
              // First: this note is gone as soon as the sign-in is.
              onChange();
              cancel.mutate();
            }}
          >
            {words.change}
          </Button>
        )}
        {appId !== null && next !== null && explanation.remedy === 'next' && (
          <Button variant="primary" busy={start.isPending} onClick={() => again(next.uri)}>
            {words.next(next.route)}
          </Button>
        )}
        {appId !== null && (
          <Button
            variant={explanation.remedy === 'again' ? 'primary' : 'default'}
            busy={start.isPending}
            onClick={() => again(null)}
          >
            {words.again}
          </Button>
        )}
        <span className="flex-1" />
        <Button variant="ghost" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}

/** Takes the focus, so that what changed is read out and the next Tab goes on from here. */
function Title({ children }: { children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <h2 ref={title} tabIndex={-1} className="font-semibold outline-none">
      {children}
    </h2>
  );
}
