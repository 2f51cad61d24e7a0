import type { SamplePerson, SampleWorkspace } from '../data/model.ts';
import type { World } from '../world.ts';

/** A person as creators, assignees and members are written. */
export const personWire = ({ id, name, email, color, initials, pictureUrl }: SamplePerson) => ({
  id,
  username: name,
  email,
  color,
  profilePicture: pictureUrl ?? null,
  initials,
});

/** The person a token belongs to, with the settings only `/user` tells. */
export const userWire = (person: SamplePerson) => ({
  ...personWire(person),
  week_start_day: person.weekStartDay,
  global_font_support: true,
  timezone: person.timezone,
});

/** A person by id; null where nobody has it. */
export function personById(id: number | null, world: World) {
  const person = id === null ? null : world.person(id);
  return person === null ? null : personWire(person);
}

export const peopleWire = (ids: readonly number[], world: World) =>
  ids.map((id) => personById(id, world)).filter((person) => person !== null);

/** A person in a list of the members of a List or a task. */
export const memberWire = (person: SamplePerson) => ({
  ...personWire(person),
  profileInfo: {
    display_profile: null,
    verified_ambassador: null,
    verified_consultant: null,
    top_tier_user: null,
    viewed_verified_ambassador: null,
    viewed_verified_consultant: null,
    viewed_top_tier_user: null,
  },
});

/** A Workspace, which API v2 calls a team. */
export const workspaceWire = ({ id, name, color, memberIds }: SampleWorkspace, world: World) => ({
  id,
  name,
  color,
  avatar: null,
  members: peopleWire(memberIds, world).map((user) => ({ user })),
});
