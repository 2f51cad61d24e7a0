import type { Connection, StorageNotice } from '../../electron/contract/session.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { assertNever } from '../data/assert-never.ts';
import { useKeepWeakly, useRetryVault, useSignOut } from '../data/connections.ts';
import { explain } from '../data/errors.ts';
import { useServices, useSession } from '../data/services.ts';
import type { Strings } from '../strings/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { useGo } from './navigation.ts';
import { type Notice, noticeFor, noticeKey } from './notice.ts';
import { useSignInAgain } from './sign-in-again.ts';

/** The banner below the top bar, when there is something that every screen should tell. */
export function Notices() {
  const session = useSession();
  const notice = noticeFor(session);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const key = notice === null ? null : noticeKey(notice);
  if (notice === null || key === dismissed) return null;
  return <NoticeBanner key={key} notice={notice} onDismiss={() => setDismissed(key)} />;
}

function NoticeBanner({ notice, onDismiss }: { notice: Notice; onDismiss(): void }) {
  const { strings, clock } = useServices();
  const go = useGo();
  const words = strings.shell.notices;
  const signOut = useMutation(useSignOut());
  const keepWeakly = useMutation(useKeepWeakly());
  const retry = useMutation(useRetryVault());
  const failed = signOut.error ?? keepWeakly.error ?? retry.error;
  const more = failed === null ? undefined : explain(failed.error, strings, clock.now()).title;
  const dismiss = { label: words.dismiss, run: onDismiss };

  switch (notice.kind) {
    case 'sample':
      return (
        <Banner
          tone="info"
          text={words.sample.text}
          more={more}
          action={{
            text: words.sample.action,
            busy: signOut.isPending,
            run: () => signOut.mutate(notice.connectionId),
          }}
        />
      );
    case 'needsReauth':
      return notice.connection.kind === 'oauth' ? (
        <SignInBanner
          connection={notice.connection}
          tone="bad"
          text={words.signIn[notice.reason]}
          action={words.signIn.action}
        />
      ) : (
        <Banner
          tone="bad"
          text={words.newToken[notice.reason]}
          action={{ text: words.newToken.action, run: () => go('connect', 'personal') }}
        />
      );
    case 'lostWorkspace':
      return notice.connection.kind === 'oauth' ? (
        <SignInBanner
          connection={notice.connection}
          tone="warn"
          text={words.lostWorkspace.oauth(notice.workspace.name)}
          action={strings.oauth.addWorkspaces}
          dismiss={dismiss}
        />
      ) : (
        <Banner
          tone="warn"
          text={words.lostWorkspace.personal(notice.workspace.name)}
          dismiss={dismiss}
        />
      );
    case 'locked':
      return (
        <Banner
          tone="warn"
          text={words.locked.text}
          more={more}
          action={{ text: words.locked.action, busy: retry.isPending, run: () => retry.mutate() }}
        />
      );
    case 'storage':
      return <Banner tone="warn" text={storageText(notice.storage, words)} dismiss={dismiss} />;
    case 'insecure':
      return (
        <Banner
          tone="warn"
          text={words.insecure.text}
          more={more ?? words.insecureMore}
          action={{
            text: words.insecure.action,
            busy: retry.isPending,
            run: () => retry.mutate(),
          }}
          otherwise={{
            text: words.insecure.anyway,
            busy: keepWeakly.isPending,
            run: () => keepWeakly.mutate(notice.connectionId),
          }}
          dismiss={dismiss}
        />
      );
    case 'unavailable':
      return (
        <Banner
          tone="warn"
          text={words.unavailable.text}
          more={more}
          action={{
            text: words.unavailable.action,
            busy: retry.isPending,
            run: () => retry.mutate(),
          }}
          dismiss={dismiss}
        />
      );
    default:
      return assertNever(notice);
  }
}

interface SignInBannerProps {
  readonly connection: Connection;
  readonly tone: 'warn' | 'bad';
  readonly text: string;
  readonly action: string;
  readonly dismiss?: { readonly label: string; run(): void };
}

/** A banner whose way out leads through the browser. */
function SignInBanner({ connection, action, ...banner }: SignInBannerProps) {
  const { strings, clock } = useServices();
  const { isBusy, error, signIn } = useSignInAgain(connection);
  return (
    <Banner
      {...banner}
      more={error === null ? undefined : explain(error.error, strings, clock.now()).title}
      action={{ text: action, busy: isBusy, run: signIn }}
    />
  );
}

function storageText(storage: StorageNotice, words: Strings['shell']['notices']): string {
  switch (storage.kind) {
    case 'restored':
      return words.storage.restored(storage.quarantinedAs);
    case 'lost':
      return words.storage.lost(storage.quarantinedAs);
    case 'newer':
      return words.storage.newer;
    case 'locked':
      return words.storage.locked;
    default:
      return assertNever(storage);
  }
}
