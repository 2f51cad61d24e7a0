import type { StorageNotice } from '../../electron/contract/session.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { assertNever } from '../data/assert-never.ts';
import { useKeepWeakly, useRetryVault, useSignOut } from '../data/connections.ts';
import { explain } from '../data/errors.ts';
import { useServices, useSession } from '../data/services.ts';
import type { Strings } from '../strings/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { useGo } from './navigation.ts';
import { type Notice, noticeFor } from './notice.ts';

/** The banner below the top bar, when there is something that every screen should tell. */
export function Notices() {
  const session = useSession();
  const notice = noticeFor(session);
  const [dismissed, setDismissed] = useState<Notice['kind'] | null>(null);
  if (notice === null || notice.kind === dismissed) return null;
  return (
    <NoticeBanner key={notice.kind} notice={notice} onDismiss={() => setDismissed(notice.kind)} />
  );
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
  const connect = () => go('connect');

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
      return (
        <Banner
          tone="bad"
          text={words[notice.reason].text}
          action={{ text: words[notice.reason].action, run: connect }}
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
    case 'unreadable':
      return (
        <Banner
          tone="bad"
          text={words.unreadable.text}
          action={{ text: words.unreadable.action, run: connect }}
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
