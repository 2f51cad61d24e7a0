import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OAuthApp, Redirect } from '../../../electron/contract/oauth.ts';
import { explain } from '../../data/errors.ts';
import { useDismissTest, useRemoveApp, useTestRoute } from '../../data/oauth.ts';
import { useServices, useSession } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { AppForm } from './app-form.tsx';
import { ShareForm } from './share-form.tsx';

/** The OAuth apps that are set up here: their details, their routes, and what can be done to them. */
export function OAuthApps() {
  const words = useServices().strings.oauth.apps;
  const { oauthApps } = useSession();
  const { mutate: dismissTest } = useMutation(useDismissTest());
  // What a trial showed is of no use to whoever comes back later.
  useEffect(() => () => dismissTest(), [dismissTest]);
  if (oauthApps.length === 0) return null;
  return (
    <section aria-labelledby="oauth-apps" className="grid grid-cols-1 gap-3">
      <h2 id="oauth-apps" className="pt-2 font-semibold">
        {words.title}
      </h2>
      <ul className="grid grid-cols-1 gap-3">
        {oauthApps.map((app) => (
          <AppCard key={app.id} app={app} />
        ))}
      </ul>
    </section>
  );
}

type Doing = 'nothing' | 'editing' | 'sharing' | 'shared' | 'removing';

function AppCard({ app }: { app: OAuthApp }) {
  const { strings, clock } = useServices();
  const words = strings.oauth.apps;
  const [doing, setDoing] = useState<Doing>('nothing');
  const remove = useMutation({ ...useRemoveApp(), onError: () => setDoing('nothing') });
  const done = (): void => setDoing('nothing');
  return (
    <li aria-label={app.clientId} className="rounded-l border border-line bg-surface shadow-s">
      <div className="px-4 pt-3.5 pb-2.5">
        <p className="selectable truncate font-mono font-semibold">{app.clientId}</p>
        <p className="truncate text-s text-ink-2">
          {app.exchange.kind === 'secret'
            ? strings.oauth.kept[app.exchange.place]
            : words.hosted(app.exchange.address)}
        </p>
      </div>
      {doing === 'editing' ? (
        <div className="border-t border-line px-4 py-3.5">
          <AppForm app={app} submit={strings.oauth.setUp.save} onSaved={done} onCancel={done} />
        </div>
      ) : (
        <ul className="border-t border-line py-1.5">
          {app.redirects.map((redirect) => (
            <RedirectRow key={redirect.uri} redirect={redirect} />
          ))}
        </ul>
      )}
      {doing === 'sharing' && (
        <ShareForm app={app} onSaved={() => setDoing('shared')} onCancel={done} />
      )}
      {remove.error !== null && (
        <div className="px-4 pb-2.5">
          <ErrorNote
            explanation={{ ...explain(remove.error.error, strings, clock.now()), action: null }}
          />
        </div>
      )}
      {doing === 'removing' && (
        <div
          role="alertdialog"
          aria-label={words.confirm.label}
          className="grid gap-2.5 rounded-b-l border-t border-line bg-bad-bg px-4 py-2.5"
        >
          <p className="text-s text-pretty">{words.confirm.text}</p>
          <div className="flex justify-end gap-1.5">
            <Button onClick={done}>{words.confirm.no}</Button>
            <Button
              variant="danger"
              busy={remove.isPending}
              onClick={() => remove.mutate({ appId: app.id })}
            >
              {words.confirm.yes}
            </Button>
          </div>
        </div>
      )}
      {(doing === 'nothing' || doing === 'shared') && (
        <div className="flex flex-wrap items-center gap-1.5 border-t border-line px-4 py-2.5">
          <Button onClick={() => setDoing('editing')}>{words.edit}</Button>
          <Button onClick={() => setDoing('sharing')}>{words.share}</Button>
          <output className="flex-1 pl-1 text-s text-ink-2">
            {doing === 'shared' && strings.oauth.share.saved}
          </output>
          <Button onClick={() => setDoing('removing')}>{words.remove}</Button>
        </div>
      )}
    </li>
  );
}

/** One redirect URL, with a trial of whether the browser finds its way back. */
function RedirectRow({ redirect }: { redirect: Redirect }) {
  const { strings } = useServices();
  const words = strings.oauth;
  const { routeTest } = useSession();
  const test = useMutation(useTestRoute());
  const outcome = routeTest?.redirect.uri === redirect.uri ? routeTest : null;
  return (
    <li className="flex items-center gap-2 px-4 py-1 text-s">
      <div className="min-w-0 flex-1">
        <code className="selectable block truncate font-mono">{redirect.uri}</code>
        <output className="block truncate text-xs text-ink-2">
          {outcome === null ? words.routes[redirect.route] : words.tests[outcome.kind]}
        </output>
      </div>
      <Button
        size="s"
        aria-label={words.apps.testLabel(redirect.uri)}
        busy={test.isPending || outcome?.kind === 'testing'}
        onClick={() => test.mutate({ redirectUri: redirect.uri })}
      >
        {words.apps.test}
      </Button>
    </li>
  );
}
