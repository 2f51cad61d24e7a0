import { refuse, type Answer } from './answer.ts';
import { readAuthorization } from './authorization.ts';
import type { SampleWorkspace } from './data/model.ts';
import { RATE_LIMIT_REACHED } from './ecodes.ts';
import { isOAuthPath, type OAuth } from './oauth/oauth.ts';
import { createQuery } from './query.ts';
import { untouched, type RateStanding, type RateWindows } from './rate-window.ts';
import type { RequestBody } from './request-body.ts';
import { route } from './routes/router.ts';
import type { TokenBook } from './token-book.ts';
import type { World } from './world.ts';

export interface JudgeOptions {
  readonly world: World;
  readonly tokens: TokenBook;
  readonly rates: RateWindows;
  readonly oauth: OAuth;
  /** The requests a minute of a token that reaches these Workspaces. */
  readonly limitOf: (workspaces: readonly SampleWorkspace[]) => number;
  readonly lastPageOnTeam: boolean;
}

/** One request, taken apart. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly parameters: URLSearchParams;
  readonly body: RequestBody;
  /** The header as it came. */
  readonly authorization: string | undefined;
  /** Unix ms. */
  readonly at: number;
}

/** What answers a request. */
export interface Judged {
  /** Null where no token is needed, so that there is none to count for. */
  readonly standing: RateStanding | null;
  /** `now`: Unix ms; `visibleFrom`: Unix ms from when lists show what was written. */
  readonly operate: (now: number, visibleFrom: number) => Answer;
}

/** Finds out what answers a request: the OAuth flow, a refusal of its token or the router. Counts it. */
export function createJudge(options: JudgeOptions): (incoming: Incoming) => Judged {
  const { world, tokens, rates, oauth } = options;
  return (incoming) => {
    const { path, parameters, body, at } = incoming;
    const method = incoming.method === 'HEAD' ? 'GET' : incoming.method;
    if (isOAuthPath(path)) {
      const operate = (now: number) => oauth.answer(method, path, parameters, body, now);
      return { standing: null, operate };
    }
    const verdict = tokens.judge(readAuthorization(incoming.authorization));
    const workspaces = verdict.ok ? world.workspacesOf(verdict.token) : [];
    const limit = options.limitOf(workspaces);
    const standing = verdict.ok
      ? rates.charge(verdict.token.value, limit, at)
      : untouched(limit, at);
    return {
      standing,
      operate(now, visibleFrom) {
        if (!verdict.ok) return verdict.answer;
        if (standing.exceeded) {
          return refuse(429, RATE_LIMIT_REACHED.sentence, RATE_LIMIT_REACHED.ecode);
        }
        if (body.kind === 'refused') return body.answer;
        return route(method, path, {
          world,
          userId: verdict.token.userId ?? world.data.ownerId,
          workspaces,
          query: createQuery(parameters),
          body: valueOf(body),
          now,
          visibleFrom,
          lastPageOnTeam: options.lastPageOnTeam,
        });
      },
    };
  };
}

/** A body as the operations take it. */
const valueOf = (body: RequestBody): unknown => {
  if (body.kind === 'json') return body.value;
  if (body.kind === 'upload') return body.parts;
  return body.kind === 'form' ? Object.fromEntries(body.fields) : undefined;
};
