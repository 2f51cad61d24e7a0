/** ClickUp's documented codes for a token that was not found or was revoked. */
export const TOKEN_NOT_FOUND_ECODES = ['OAUTH_019', 'OAUTH_021', 'OAUTH_025', 'OAUTH_077'] as const;

export type TokenNotFoundEcode = (typeof TOKEN_NOT_FOUND_ECODES)[number];

/** ClickUp's documented codes for a Workspace that the token may not reach: 023, 026, 027, 029 to 045. */
export const WORKSPACE_NOT_AUTHORIZED_ECODES: readonly string[] = [
  'OAUTH_023',
  'OAUTH_026',
  'OAUTH_027',
  ...Array.from({ length: 17 }, (_unused, index) => `OAUTH_0${29 + index}`),
];

/** The sentence peers saw beside OAUTH_025; that of the other three is not known. */
export const TOKEN_NOT_FOUND = 'Token invalid';

/** The sentence peers saw beside OAUTH_027; that of the others is not known. */
export const WORKSPACE_NOT_AUTHORIZED = 'Team not authorized';

/** Sentence and code of a 429, as peers saw them. */
export const RATE_LIMIT_REACHED = { sentence: 'Rate limit reached', ecode: 'APP_002' } as const;
