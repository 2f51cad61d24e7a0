import type { Operation } from './operation.ts';
import { MEMBER, PERSON } from './shapes/people.ts';
import { TASK } from './shapes/tasks.ts';

/** The person, the Workspaces, and who is in them. */
export const PEOPLE_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/user',
    status: 200,
    answer: {
      user: {
        id: 'number',
        username: 'string',
        email: 'string',
        color: 'string',
        profilePicture: ['string', 'null'],
        initials: 'string',
        week_start_day: 'number',
        global_font_support: 'boolean',
        timezone: 'string',
      },
    },
    calls: () => [{}],
  },
  {
    method: 'GET',
    path: '/v2/team',
    status: 200,
    answer: {
      teams: [
        {
          id: 'string',
          name: 'string',
          color: ['string', 'null'],
          avatar: ['string', 'null'],
          members: [
            {
              user: PERSON,
            },
          ],
        },
      ],
    },
    calls: () => [{}],
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/plan',
    status: 200,
    answer: {
      plan_name: 'string',
      plan_id: 'number',
    },
    calls: ({ workspace }) => [{ path: { team_id: workspace } }],
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/seats',
    status: 200,
    answer: {
      members: {
        filled_members_seats: 'number',
        total_member_seats: 'number',
        empty_member_seats: 'number',
      },
      guests: {
        filled_guest_seats: 'number',
        total_guest_seats: 'number',
        empty_guest_seats: 'number',
      },
    },
    calls: ({ workspace }) => [{ path: { team_id: workspace } }],
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/shared',
    status: 200,
    answer: {
      shared: {
        tasks: [TASK],
        lists: [
          {
            id: 'string',
            name: 'string',
            orderindex: 'number',
            content: 'null',
            status: 'null',
            priority: 'null',
            assignee: 'null',
            task_count: 'string',
            due_date: 'null',
            start_date: ['string', 'null'],
            archived: 'boolean',
          },
        ],
        folders: [
          {
            id: 'string',
            name: 'string',
            orderindex: 'number',
            content: 'null',
            task_count: 'string',
            due_date: 'null',
            archived: 'boolean',
          },
        ],
      },
    },
    calls: ({ guests }) =>
      guests.map(({ user, workspace }) => ({ as: user, path: { team_id: workspace } })),
  },
  {
    method: 'GET',
    path: '/v2/list/{list_id}/member',
    status: 200,
    answer: {
      members: [MEMBER],
    },
    calls: ({ list }) => [{ path: { list_id: list } }],
  },
  {
    method: 'GET',
    path: '/v2/task/{task_id}/member',
    status: 200,
    answer: {
      members: [MEMBER],
    },
    calls: ({ task }) => [{ path: { task_id: task } }],
  },
];
