import * as z from 'zod';
import { pictureAddress } from './picture-url.ts';
import type { User, Workspace, WorkspacePlan } from '../contract/session.ts';

/**
 * Tolerant readers of ClickUp's answers: they look only at the fields in use and take null, missing
 * and string-or-number as they come (an archived member's null colour once broke a peer's picker).
 */
const text = z.string().trim().min(1).nullable().catch(null);
const id = z.union([z.string().min(1), z.number()]).transform(String);
/** Not `z.coerce`: that makes user 0 of null, and two people must never become one. */
const userId = z.union([z.int(), z.string().regex(/^\d+$/u).transform(Number).pipe(z.int())]);
const color = z
  .string()
  .regex(/^#[0-9a-f]{3}(?:[0-9a-f]{3})?$/iu)
  .nullable()
  .catch(null);

const userAnswer = z.object({
  user: z.object({
    id: userId,
    username: text,
    email: text,
    initials: text,
    color,
    timezone: text,
    profilePicture: text,
  }),
});

const teamsAnswer = z.object({
  teams: z.array(z.unknown()).catch([]),
});

const team = z.object({
  id,
  name: text,
  color,
  avatar: text,
  members: z.array(z.unknown()).catch([]),
});

const planAnswer = z.object({ plan_name: z.string().min(1) });

/** Reads `GET /v2/user`; null where it is not a user. */
export function parseUser(body: unknown): User | null {
  const parsed = userAnswer.safeParse(body);
  if (!parsed.success) return null;
  const { user } = parsed.data;
  const name = user.username ?? user.email ?? `User ${user.id}`;
  return {
    id: user.id,
    name,
    email: user.email,
    initials: user.initials ?? initialsOf(name),
    color: user.color,
    timezone: user.timezone,
    picture: pictureAddress(user.profilePicture),
  };
}

/** Reads `GET /v2/team`; null where there is no list. A team that cannot be read is left out. */
export function parseWorkspaces(body: unknown): readonly Workspace[] | null {
  const parsed = teamsAnswer.safeParse(body);
  if (!parsed.success || !isRecord(body) || !Array.isArray(body['teams'])) return null;
  return parsed.data.teams.flatMap((candidate) => {
    const one = team.safeParse(candidate);
    if (!one.success) return [];
    const name = one.data.name ?? `Workspace ${one.data.id}`;
    return [
      {
        id: one.data.id,
        name,
        initials: firstOf(name),
        color: one.data.color,
        memberCount: one.data.members.length,
        picture: pictureAddress(one.data.avatar),
      },
    ];
  });
}

/** Reads `GET /v2/team/{id}/plan`; null where it names none. */
export function parsePlan(body: unknown): WorkspacePlan | null {
  const parsed = planAnswer.safeParse(body);
  return parsed.success ? { name: parsed.data.plan_name } : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Up to two initials of a trimmed name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u);
  return firstOf(name) + (words.length > 1 ? firstOf(words.at(-1) ?? '') : '');
}

/** The first whole character of a text, so that an emoji stays whole. */
function firstOf(text: string): string {
  const [first] = new Intl.Segmenter().segment(text);
  return (first?.segment ?? '').toLocaleUpperCase('en');
}
