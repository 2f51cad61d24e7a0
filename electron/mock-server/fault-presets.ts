import {
  TOKEN_NOT_FOUND,
  TOKEN_NOT_FOUND_ECODES,
  WORKSPACE_NOT_AUTHORIZED,
  WORKSPACE_NOT_AUTHORIZED_ECODES,
} from './ecodes.ts';
import type { FaultOutcome, RateHeaderStyle } from './faults.ts';

type Named = readonly [name: string, fault: FaultOutcome];

const refusal = (status: number, ecode: string, sentence: string): FaultOutcome => ({
  kind: 'status',
  status,
  ecode,
  sentence,
});

/**
 * ClickUp does not say which status goes with which code, so each one comes as 401 and as 403, named
 * by both, such as `401 OAUTH_019`.
 */
const eachWay = (ecodes: readonly string[], sentence: string) =>
  Object.fromEntries(
    [401, 403].flatMap((status) =>
      ecodes.map((ecode): Named => [`${status} ${ecode}`, refusal(status, ecode, sentence)]),
    ),
  );

const RATE_HEADER_STYLES: readonly RateHeaderStyle[] = [
  'honest',
  'farReset',
  'resetInMs',
  'none',
  'retryAfter',
];

/** The refusals that an app has to tell apart, by what they mean and then by name. */
export const FAULTS = {
  /** The token was not found or was revoked. */
  tokenNotFound: eachWay(TOKEN_NOT_FOUND_ECODES, TOKEN_NOT_FOUND),
  /** The token is good and may not reach the Workspace. */
  workspaceNotAuthorized: eachWay(WORKSPACE_NOT_AUTHORIZED_ECODES, WORKSPACE_NOT_AUTHORIZED),
  /** 401 and 403 that say nothing of the token: a permission, a firewall's page, a code nobody documented. */
  forbidden: {
    '401 without a known code': refusal(401, 'SAMPLE_401', 'You do not have permission to do this'),
    '403 without a known code': refusal(403, 'SAMPLE_403', 'You do not have permission to do this'),
    '403 with the code of a missing name': refusal(403, 'OAUTH_117', 'Name is required'),
    '403 page': { kind: 'html', status: 403 },
  } satisfies Readonly<Record<string, FaultOutcome>>,
  /** 429 with each way of telling, or not telling, when it ends; and one whose headers lie. */
  rateLimited: Object.fromEntries(
    RATE_HEADER_STYLES.map((headers): Named => [headers, { kind: 'rateLimited', headers }]),
  ),
  /** ClickUp or something in front of it is broken. */
  broken: {
    '500': refusal(500, 'SAMPLE_500', 'Internal server error'),
    '500 page': { kind: 'html', status: 500 },
    '502': refusal(502, 'SAMPLE_502', 'Bad gateway'),
    '502 page': { kind: 'html', status: 502 },
    '503 page': { kind: 'html', status: 503 },
  } satisfies Readonly<Record<string, FaultOutcome>>,
} as const;
