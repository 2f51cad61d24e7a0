import type { RequestFacts } from '../operation.ts';

/** User groups, members, roles and task types. */
export const PEOPLE_REQUESTS: readonly RequestFacts[] = [
  {
    method: 'POST',
    path: '/v2/team/{team_id}/group',
    body: { name: 'string', 'handle?': 'string', members: ['number'] },
  },
  {
    method: 'PUT',
    path: '/v2/group/{group_id}',
    body: {
      'name?': 'string',
      'handle?': 'string',
      'members?': { add: ['number'], rem: ['number'] },
    },
  },
  {
    method: 'DELETE',
    path: '/v2/group/{group_id}',
  },
  {
    method: 'GET',
    path: '/v2/group',
    query: { team_id: 'string', 'group_ids?': ['string'] },
  },
  {
    method: 'POST',
    path: '/v2/team/{team_id}/user',
    body: { email: 'string', admin: 'boolean', 'custom_role_id?': 'number' },
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/user/{user_id}',
    pathTypes: { user_id: 'number' },
    query: { 'include_shared?': 'boolean' },
  },
  {
    method: 'PUT',
    path: '/v2/team/{team_id}/user/{user_id}',
    pathTypes: { user_id: 'number' },
    body: { username: 'string', admin: 'boolean', custom_role_id: 'number' },
  },
  {
    method: 'DELETE',
    path: '/v2/team/{team_id}/user/{user_id}',
    pathTypes: { user_id: 'number' },
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/customroles',
    query: { 'include_members?': 'boolean' },
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/custom_item',
  },
];
