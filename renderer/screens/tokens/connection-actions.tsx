import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Connection } from '../../../electron/contract/session.ts';
import { useGo } from '../../app/navigation.ts';
import { useActivate, useKeepWeakly, useSignOut, useVerify } from '../../data/connections.ts';
import { explain } from '../../data/errors.ts';
import { useServices } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { useKey } from '../../ui/use-key.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { AddWorkspaces } from '../oauth/add-workspaces.tsx';

interface ConnectionActionsProps {
  readonly connection: Connection;
  readonly isActive: boolean;
  readonly isInsecure: boolean;
}

/** What can be done to a connection. Signing out asks once more, in place. */
export function ConnectionActions({ connection, isActive, isInsecure }: ConnectionActionsProps) {
  const { strings, clock } = useServices();
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  const signOutButton = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  const verify = useMutation(useVerify());
  const activate = useMutation(useActivate());
  const keepWeakly = useMutation(useKeepWeakly());
  const signOut = useMutation({ ...useSignOut(), onError: () => setAsking(false) });
  const words = strings.tokens;
  const isSample = connection.kind === 'sample';
  const isGone =
    connection.status.kind === 'needsReauth' || connection.status.kind === 'unreadable';
  const { id } = connection;
  const failure = verify.error ?? activate.error ?? keepWeakly.error ?? signOut.error;

  // Whoever says no is back where they were.
  useEffect(() => {
    if (wasAsking.current && !isAsking) signOutButton.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  if (isAsking)
    return (
      <SignOutQuestion
        kind={connection.kind}
        isBusy={signOut.isPending}
        onYes={() => signOut.mutate(id)}
        onNo={() => setAsking(false)}
      />
    );

  return (
    <div className="border-t border-line px-4 py-2.5">
      {failure !== null && (
        <div className="mb-2.5">
          <ErrorNote
            explanation={explain(failure.error, strings, clock.now())}
            // A new token is offered below, where it has a button of its own.
            actions={{ unlock: () => verify.mutate(id) }}
            busy={verify.isPending}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        {!isSample && connection.status.kind !== 'unreadable' && (
          <Button busy={verify.isPending} onClick={() => verify.mutate(id)}>
            {words.verify}
          </Button>
        )}
        {connection.kind === 'oauth' && <AddWorkspaces connection={connection} />}
        {connection.kind === 'personal' && connection.status.kind !== 'locked' && (
          <Button onClick={() => go('connect', 'personal')}>
            {isGone ? words.newToken : words.replace}
          </Button>
        )}
        {!isActive && (
          <Button busy={activate.isPending} onClick={() => activate.mutate(id)}>
            {words.activate}
          </Button>
        )}
        {connection.place === 'memory' && isInsecure && (
          <Button busy={keepWeakly.isPending} onClick={() => keepWeakly.mutate(id)}>
            {words.storeAnyway}
          </Button>
        )}
        <span className="flex-1" />
        {isSample ? (
          <Button busy={signOut.isPending} onClick={() => signOut.mutate(id)}>
            {words.leaveSample}
          </Button>
        ) : (
          <Button ref={signOutButton} onClick={() => setAsking(true)}>
            {words.signOut}
          </Button>
        )}
      </div>
    </div>
  );
}

interface SignOutQuestionProps {
  readonly kind: Connection['kind'];
  readonly isBusy: boolean;
  onYes(): void;
  onNo(): void;
}

function SignOutQuestion({ kind, isBusy, onYes, onNo }: SignOutQuestionProps) {
  const { confirm } = useServices().strings.tokens;
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  useKey((event) => {
    if (event.key === 'Escape') onNo();
  });
  return (
    <div
      role="alertdialog"
      aria-label={confirm.label}
      aria-describedby="sign-out-text"
      className="grid gap-2.5 rounded-b-l border-t border-line bg-bad-bg px-4 py-2.5"
    >
      <p id="sign-out-text" className="text-s text-pretty">
        {confirm.text(kind)}
      </p>
      <div className="flex justify-end gap-1.5">
        <Button ref={keep} onClick={onNo}>
          {confirm.no}
        </Button>
        <Button variant="danger" busy={isBusy} onClick={onYes}>
          {confirm.yes}
        </Button>
      </div>
    </div>
  );
}
