import type { MockServerOptions } from '../index.ts';
import { startTestServer, type TestServer } from '../server.test-support.ts';
import type { OAuthApp } from './apps.ts';

/** Perch, registered by a team. Only tests import this. */
export const APP: OAuthApp = {
  clientId: 'SAMPLE_client',
  clientSecret: 'SAMPLE_CANARY_secret',
  redirectUris: ['app.perch.desktop://oauth/callback', 'https://team.example/bridge?v=1'],
  name: 'Perch <for> "Northwind"',
};

export const OTHER_APP: OAuthApp = {
  clientId: 'SAMPLE_other_client',
  clientSecret: 'SAMPLE_CANARY_other_secret',
  redirectUris: ['http://127.0.0.1:4711/callback'],
  name: 'Other',
};

export const REDIRECT = 'app.perch.desktop://oauth/callback';

export const NORTHWIND = '9002411';
export const CLINIC = '9002587';

type Pairs = readonly (readonly [name: string, value: string])[];

/** A server that knows both apps, with the steps that a person and an app take. */
export interface OAuthBench extends AsyncDisposable {
  readonly mock: TestServer;
  /** Fills the form in. A later pair of the same name does not replace an earlier one. */
  submit(
    pairs: Pairs,
  ): Promise<{ readonly status: number; readonly location: string; readonly text: string }>;
  /** The code for these Workspaces. */
  consent(workspaceIds: readonly string[], more?: Pairs): Promise<string>;
  /** The parsed answer of an exchange. */
  exchange(
    fields: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: Readonly<Record<string, string>> }>;
  /** A whole sign-in. */
  token(workspaceIds: readonly string[], more?: Pairs): Promise<string>;
  /** Ids of the Workspaces that a token sees. */
  teams(token: string): Promise<readonly string[]>;
}

export const credentialsOf = ({ clientId, clientSecret }: OAuthApp, code: string) => ({
  client_id: clientId,
  client_secret: clientSecret,
  code,
});

export async function startOAuthBench(
  options: Partial<MockServerOptions> = {},
): Promise<OAuthBench> {
  const mock = await startTestServer({ tokens: [], oauthApps: [APP, OTHER_APP], ...options });
  const bench: OAuthBench = {
    mock,
    async submit(pairs) {
      const { status, headers, text } = await mock.ask('/api', {
        method: 'POST',
        body: new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])),
      });
      return { status, location: headers.get('Location') ?? '', text };
    },
    async consent(workspaceIds, more = []) {
      const { location, text } = await bench.submit([
        ['client_id', APP.clientId],
        ['redirect_uri', REDIRECT],
        ['decision', 'connect'],
        ...workspaceIds.map((id) => ['workspace', id] as const),
        ...more,
      ]);
      const code = new URLSearchParams(location.split('?')[1]).get('code');
      if (code === null) throw new Error(`No code: ${text}`);
      return code;
    },
    async exchange(fields) {
      const { status, text } = await mock.ask('/api/v2/oauth/token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(fields),
      });
      return { status, body: JSON.parse(text) as Record<string, string> };
    },
    async token(workspaceIds, more) {
      const code = await bench.consent(workspaceIds, more);
      const { body } = await bench.exchange(credentialsOf(APP, code));
      return body['access_token'] ?? '';
    },
    async teams(token) {
      const { text } = await mock.ask('/api/v2/team', {
        headers: { Authorization: `Bearer ${token}` },
      });
      const { teams = [] } = JSON.parse(text) as { teams?: readonly { id: string }[] };
      return teams.map(({ id }) => id);
    },
    [Symbol.asyncDispose]: () => mock.server.close(),
  };
  return bench;
}
