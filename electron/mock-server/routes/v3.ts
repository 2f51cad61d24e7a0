import { json, Refusal, type Answer } from '../answer.ts';
import type { SampleWorkspace } from '../data/model.ts';
import { param, workspaceBy } from './access.ts';
import type { RouteContext } from './route.ts';

/** A refusal in the form of API v3, which differs from v2's. */
export const refuseV3 = (context: RouteContext, status: number, message: string): Answer => ({
  ...json({ status, message, trace_id: 4_018_204_411, timestamp: context.now }),
  status,
});

export function failV3(context: RouteContext, status: number, message: string): never {
  throw new Refusal(refuseV3(context, status, message));
}

/** The Workspace of a v3 path. */
export const v3Workspace = (context: RouteContext): SampleWorkspace =>
  workspaceBy(context, param(context, 'workspace_id'));

/** One page of items and where the next begins; a cursor is opaque and made by this only. */
export function pageOf<T extends { readonly id: string }>(
  context: RouteContext,
  items: readonly T[],
  { standard, most }: { readonly standard: number; readonly most: number },
): { readonly items: readonly T[]; readonly next: string } {
  const { query } = context;
  const limit = query.count('limit') ?? standard;
  if (limit < 1 || limit > most) failV3(context, 400, `limit must be 1 to ${most}`);
  const cursor = query.text('cursor');
  const before = cursor === null || cursor === '' ? -1 : indexOfCursor(context, items, cursor);
  const page = items.slice(before + 1, before + 1 + limit);
  const last = page.at(-1);
  const more = before + 1 + limit < items.length;
  return { items: page, next: more && last !== undefined ? toCursor(last.id) : '' };
}

const toCursor = (id: string): string => Buffer.from(`after:${id}`).toString('base64url');

function indexOfCursor(
  context: RouteContext,
  items: readonly { readonly id: string }[],
  cursor: string,
): number {
  const index = items.findIndex(({ id }) => toCursor(id) === cursor);
  return index < 0 ? failV3(context, 400, 'The cursor is not valid') : index;
}
