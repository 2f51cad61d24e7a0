import type { Fields } from '../../shape.ts';

/** A person as creators, assignees and members are shown. */
export const PERSON = {
  id: 'number',
  username: ['string', 'null'],
  email: 'string',
  color: ['string', 'null'],
  profilePicture: ['string', 'null'],
  initials: ['string', 'null'],
} as const satisfies Fields;

/** A person who has access to a task or a List. */
export const MEMBER = {
  id: 'number',
  username: 'string',
  email: 'string',
  color: ['string', 'null'],
  profilePicture: ['string', 'null'],
  initials: 'string',
  profileInfo: {
    display_profile: 'null',
    verified_ambassador: 'null',
    verified_consultant: 'null',
    top_tier_user: 'null',
    viewed_verified_ambassador: 'null',
    viewed_verified_consultant: 'null',
    viewed_top_tier_user: 'null',
  },
} as const satisfies Fields;
