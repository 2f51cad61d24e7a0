import type { RateBudget, Traffic } from '../../electron/contract/requests.ts';
import type { Session } from '../../electron/contract/session.ts';
import { activeConnection } from '../data/session-store.ts';
import type { Strings } from '../strings/strings.ts';
import type { Tone } from '../ui/status-dot.tsx';

/** The state of the active connection as a colour and in words, the most pressing first. */
export function statusOf(
  session: Session,
  strings: Strings,
): { readonly tone: Tone; readonly text: string } {
  const words = strings.shell.status;
  const connection = activeConnection(session);
  if (connection === null) return { tone: 'quiet', text: strings.shell.notConnected };
  if (connection.status.kind === 'needsReauth') {
    const { kind, status } = connection;
    return { tone: 'bad', text: strings.tokens.status(status.kind, kind) };
  }
  if (connection.status.kind === 'locked') return { tone: 'warn', text: words.locked };
  if (connection.status.kind === 'unreadable') return { tone: 'bad', text: words.unreadable };
  if (connection.kind === 'sample') return { tone: 'quiet', text: words.sample };
  if (session.network === 'offline') return { tone: 'warn', text: words.offline };
  return { tone: 'good', text: words.connectedAs(connection.user.name) };
}

/** A budget at a moment: once its window has ended, all of it is there again. `now` in Unix milliseconds. */
export const budgetAt = (budget: RateBudget, now: number): RateBudget =>
  budget.resetAt !== null && budget.resetAt <= now
    ? { limit: budget.limit, remaining: budget.limit, resetAt: null }
    : budget;

/** Whether requests wait for ClickUp's limit, and not just for each other's answers. `now` in Unix milliseconds. */
export const isHeldBack = (
  traffic: Traffic,
  now: number,
): traffic is Traffic & { readonly goesOnAt: number } =>
  traffic.waiting > 0 && traffic.goesOnAt !== null && traffic.goesOnAt > now;
