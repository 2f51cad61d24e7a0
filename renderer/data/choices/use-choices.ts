import {
  type QueryClient,
  queryOptions,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Reference } from '../../../electron/contract/operations.ts';
import type { Answer, Parameters } from '../../../electron/contract/requests.ts';
import { type Json, parseJson } from '../../ui/json-tree/json.ts';
import { Failure, valueOf } from '../bridge.ts';
import { fieldOf, textOf } from '../json-text.ts';
import { type Services, useServices, useSession } from '../services.ts';
import { type Choice, READS } from './reads.ts';
import {
  type Known,
  type Place,
  type Section,
  sectionsAt,
  startOf,
  unresolved,
} from './sections.ts';

/** How long an answer is offered before it is asked for again, in milliseconds. */
const FRESH_MS = 300_000;

/** A section with what came of its read. */
export interface SectionState extends Section {
  readonly state:
    | { readonly kind: 'loading' }
    | { readonly kind: 'failed'; readonly error: Failure['error']; retry(): void }
    | { readonly kind: 'ready'; readonly choices: readonly Choice[] };
}

interface Offered {
  readonly of: Reference;
  readonly choices: readonly Choice[];
}

/** The answer as JSON, or the failure it stands for: a list that was refused offers nothing. */
function bodyOf(answer: Answer): Json {
  const parsed = answer.body.kind === 'json' ? parseJson(answer.body.text) : null;
  if (answer.status < 400 && parsed !== null) return parsed.root;
  const said = parsed === null ? '' : textOf(fieldOf(parsed.root, 'err'));
  const ecode = parsed === null ? '' : textOf(fieldOf(parsed.root, 'ECODE'));
  const words = said === '' ? null : { sentence: said, ecode: ecode === '' ? null : ecode };
  throw new Failure(
    answer.status === 429
      ? { kind: 'rateLimited', resetAt: answer.budget?.resetAt ?? null, said: words }
      : answer.status === 404
        ? { kind: 'notFound', said: words }
        : answer.status < 500
          ? { kind: 'forbidden', said: words }
          : { kind: 'server', status: answer.status, said: words },
  );
}

const ask = async (
  { bridge, newId }: Services,
  operationId: string,
  parameters: Parameters,
): Promise<Json> =>
  bodyOf(
    await valueOf(
      bridge.requests.send({
        requestId: newId(),
        operationId,
        parameters,
        body: { kind: 'none' },
        isOwn: true,
      }),
    ),
  );

/** Where everything that was offered to a connection is kept. */
const offeredTo = (connectionId: string | null) => ['choices', connectionId] as const;

function choicesQuery(
  services: Services,
  connectionId: string | null,
  workspaceId: string,
  { of, place }: Section,
) {
  return queryOptions({
    queryKey: [...offeredTo(connectionId), workspaceId, of, place.of, place.id],
    staleTime: FRESH_MS,
    queryFn: async (): Promise<Offered> => {
      const read = READS[of]?.[place.of];
      if (read === undefined) return { of, choices: [] };
      const asked = read.parameters(place.id);
      const isOfVersion3 = place.of === 'doc' || place.of === 'channel';
      const parameters = isOfVersion3 ? { ...asked, workspace_id: workspaceId } : asked;
      const body = await ask(services, read.operationId, parameters);
      return { of, choices: read.choices(body, place.id) };
    },
  });
}

/**
 * What is offered for a value of a kind, at a place that was stepped into or where the request begins.
 * Nothing is asked while `wanted` is null.
 */
export function useChoices(
  wanted: Reference | null,
  known: Known,
  steps: readonly Place[],
): {
  readonly sections: readonly SectionState[];
  /** The thing that the request names is being asked where it lies. */
  readonly isResolving: boolean;
  /** Whether there is any place to begin at. */
  readonly hasStart: boolean;
} {
  const services = useServices();
  const { activeConnectionId } = useSession();
  const workspaceId = known.workspace ?? '';
  const missing = wanted !== null && steps.length === 0 ? unresolved(wanted, known) : null;
  const detail = useQuery({
    queryKey: [...offeredTo(activeConnectionId), workspaceId, 'places', missing],
    staleTime: FRESH_MS,
    enabled: missing !== null,
    queryFn: async (): Promise<Known> => {
      if (missing === null) return {};
      const body = await ask(
        services,
        missing.of === 'task' ? 'get-task' : 'get-list',
        missing.of === 'task' ? { task_id: missing.id } : { list_id: missing.id },
      );
      const idAt = (name: string): string => textOf(fieldOf(fieldOf(body, name), 'id'));
      return {
        ...(idAt('list') === '' ? {} : { list: idAt('list') }),
        ...(idAt('space') === '' ? {} : { space: idAt('space') }),
      };
    },
  });
  const isResolving = missing !== null && detail.isPending;
  const start =
    wanted === null ? null : (steps.at(-1) ?? startOf(wanted, { ...known, ...detail.data }));
  const sections =
    wanted === null || isResolving || start === null ? [] : sectionsAt(wanted, start);
  const results = useQueries({
    queries: sections.map((section) =>
      choicesQuery(services, activeConnectionId, workspaceId, section),
    ),
  });
  return {
    isResolving,
    hasStart: start !== null,
    sections: sections.map(({ of, place, isWanted }, index): SectionState => {
      const result = results[index];
      const told = { of, place, isWanted };
      if (result === undefined || result.isPending)
        return Object.assign(told, { state: { kind: 'loading' } as const });
      if (result.isError) {
        const { error } = result.error;
        const retry = (): void => void result.refetch();
        return Object.assign(told, { state: { kind: 'failed', error, retry } as const });
      }
      return Object.assign(told, {
        state: { kind: 'ready', choices: result.data.choices } as const,
      });
    }),
  };
}

/** The thing that an id names, where it was offered before. Asks nothing. */
export function knownChoice(
  cache: QueryClient,
  connectionId: string | null,
  of: Reference,
  id: string,
): Choice | null {
  for (const [, offered] of cache.getQueriesData<Partial<Offered>>({
    queryKey: offeredTo(connectionId),
  })) {
    const found = offered?.of === of ? offered.choices?.find((one) => one.id === id) : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

/** What ids name, from what has been offered so far; the Workspaces are the session's. */
export function useNames(): (of: Reference, id: string) => Choice | null {
  const cache = useQueryClient();
  const { activeConnectionId, connections } = useSession();
  const workspaces = connections.find(({ id }) => id === activeConnectionId)?.workspaces ?? [];
  return (of, id) => {
    if (of !== 'workspace') return knownChoice(cache, activeConnectionId, of, id);
    const found = workspaces.find((workspace) => workspace.id === id);
    return found === undefined ? null : { ...found, detail: null };
  };
}

/** Forgets what was offered to the active connection, as after a write that may have changed it. */
export function useForgetChoices(): () => void {
  const cache = useQueryClient();
  const { activeConnectionId } = useSession();
  return () => void cache.invalidateQueries({ queryKey: offeredTo(activeConnectionId) });
}
