/** An OAuth app as it is registered in ClickUp. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Matched exactly. */
  readonly redirectUris: readonly string[];
  /** Shown on the page that asks for consent. */
  readonly name: string;
}

/** A refusal that is told to a person or to a program. */
export interface OAuthRefusal {
  readonly sentence: string;
  readonly ecode: string;
}

export const CLIENT_NOT_FOUND: OAuthRefusal = { sentence: 'Client not found', ecode: 'OAUTH_010' };

/** A request to authorize an app, checked. */
export type AuthorizationRequest =
  | {
      readonly ok: true;
      readonly app: OAuthApp;
      /** With its protocol. */
      readonly redirectUri: string;
      /** As it came; null where none came. */
      readonly state: string | null;
    }
  | { readonly ok: false; readonly refusal: OAuthRefusal };

/**
 * Checks `client_id` and `redirect_uri` (OAUTH_010, OAUTH_017 and OAUTH_007 are ClickUp's documented
 * codes). A redirect without a protocol means https, as ClickUp's authentication page says.
 */
export function readAuthorizationRequest(
  apps: readonly OAuthApp[],
  parameters: URLSearchParams,
): AuthorizationRequest {
  const clientId = parameters.get('client_id');
  const app = apps.find((each) => each.clientId === clientId);
  if (app === undefined) return { ok: false, refusal: CLIENT_NOT_FOUND };
  const given = parameters.get('redirect_uri') ?? '';
  if (given === '') {
    return { ok: false, refusal: { sentence: 'Redirect URI not passed', ecode: 'OAUTH_017' } };
  }
  const redirectUri = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `https://${given}`;
  if (!app.redirectUris.includes(redirectUri)) {
    return { ok: false, refusal: { sentence: 'Redirect URI not registered', ecode: 'OAUTH_007' } };
  }
  return { ok: true, app, redirectUri, state: parameters.get('state') };
}
