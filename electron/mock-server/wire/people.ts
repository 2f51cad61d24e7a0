import type { SamplePerson, SampleWorkspace } from '../data/model.ts';
import type { World } from '../world.ts';

/** A person as creators, assignees and members are written. Pictures are null: nothing remote is loaded. */
export const personWire = ({ id, name, email, color, initials }: SamplePerson) => ({
  id,
  username: name,
  email,
  color,
  profilePicture: null,
  initials,
});

/** The person a token belongs to, with the settings only `/user` tells. */
export const userWire = (person: SamplePerson) => ({
  ...personWire(person),
  week_start_day: person.weekStartDay,
  global_font_support: true,
  timezone: person.timezone,
});

/** A Workspace, which API v2 calls a team. */
export const workspaceWire = ({ id, name, color, memberIds }: SampleWorkspace, world: World) => ({
  id,
  name,
  color,
  avatar: null,
  members: memberIds
    .map((memberId) => world.person(memberId))
    .filter((person) => person !== null)
    .map((person) => ({ user: personWire(person) })),
});
