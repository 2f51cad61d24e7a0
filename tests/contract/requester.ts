import type {
  Call,
  Method,
  PathValues,
  Preparation,
  Produced,
  QueryValues,
} from './table/operation.ts';

/** What a server answered. */
export interface Answered {
  readonly status: number;
  /** The JSON; null where the body is empty. */
  readonly value: unknown;
}

interface Target {
  readonly as?: number | undefined;
  readonly method: Method;
  readonly to: string;
  readonly path?: PathValues | undefined;
  readonly query?: QueryValues | undefined;
  readonly body?: unknown;
  readonly upload?: Call['upload'];
}

function multipart({ part, name, text }: NonNullable<Call['upload']>): FormData {
  const parts = new FormData();
  parts.set(part, new File([text], name, { type: 'text/plain' }));
  return parts;
}

/** Fills a path's template. Throws where a parameter has no value. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{([^}]*)\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${template} needs a value for ${name}.`);
    return encodeURIComponent(value);
  });
}

const isProduced = (value: string | number | Produced): value is Produced =>
  typeof value === 'object';

/** Reads a value at a dotted path of an earlier answer. Throws where there is none. */
function produced({ before, at }: Produced, earlier: readonly Answered[]): string {
  const found = at
    .split('.')
    .reduce<unknown>((value, name) => Object(value)[name], earlier[before]?.value);
  if (typeof found !== 'string' && typeof found !== 'number')
    throw new Error(`An earlier answer has nothing at ${at}: ${JSON.stringify(earlier[before])}`);
  return String(found);
}

/** The token of a person; the server has to know it. */
export const tokenOf = (user: number): string => `pk_${user}_SAMPLE`;

/** Makes requests of a table's row to a server, for a person unless the request names another. */
export function createRequester(origin: string, user: number) {
  const send = async (target: Target, earlier: readonly Answered[]): Promise<Answered> => {
    const values = Object.entries(target.path ?? {}).map(
      ([name, value]) =>
        [name, isProduced(value) ? produced(value, earlier) : String(value)] as const,
    );
    const query = new URLSearchParams(
      Object.entries(target.query ?? {}).flatMap(([name, value]) =>
        [value].flat().map((each) => [name, each]),
      ),
    );
    const path = filled(target.to, Object.fromEntries(values));
    const response = await fetch(`${origin}/api${path}?${query}`, {
      method: target.method,
      headers: {
        Authorization: tokenOf(target.as ?? user),
        ...(target.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(target.body === undefined ? {} : { body: JSON.stringify(target.body) }),
      ...(target.upload === undefined ? {} : { body: multipart(target.upload) }),
    });
    const text = await response.text();
    return { status: response.status, value: text === '' ? null : JSON.parse(text) };
  };

  const prepare = async (steps: readonly Preparation[]): Promise<readonly Answered[]> => {
    const answers: Answered[] = [];
    for (const step of steps) {
      const answer = await send(step, answers);
      if (answer.status >= 300)
        throw new Error(`${step.method} ${step.to} answered ${JSON.stringify(answer)}`);
      answers.push(answer);
    }
    return answers;
  };

  return {
    /** Makes what comes before a call, then the call. Rejects where what comes before is refused. */
    call: async (method: Method, to: string, call: Call): Promise<Answered> =>
      send({ method, to, ...call }, await prepare(call.after ?? [])),
  };
}
