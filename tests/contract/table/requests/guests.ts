import type { RequestFacts } from '../operation.ts';
import { BY_CUSTOM_ID } from '../shapes/tasks.ts';

/** Guests and what is shared with them. */
export const GUESTS_REQUESTS: readonly RequestFacts[] = [
  {
    method: 'POST',
    path: '/v2/team/{team_id}/guest',
    body: {
      email: 'string',
      'can_edit_tags?': 'boolean',
      'can_see_time_spent?': 'boolean',
      'can_see_time_estimated?': 'boolean',
      'can_create_views?': 'boolean',
      'can_see_points_estimated?': 'boolean',
      'custom_role_id?': 'number',
    },
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/guest/{guest_id}',
    pathTypes: { guest_id: 'number' },
  },
  {
    method: 'PUT',
    path: '/v2/team/{team_id}/guest/{guest_id}',
    pathTypes: { guest_id: 'number' },
    body: {
      'can_see_points_estimated?': 'boolean',
      'can_edit_tags?': 'boolean',
      'can_see_time_spent?': 'boolean',
      'can_see_time_estimated?': 'boolean',
      'can_create_views?': 'boolean',
      'custom_role_id?': 'number',
    },
  },
  {
    method: 'DELETE',
    path: '/v2/team/{team_id}/guest/{guest_id}',
    pathTypes: { guest_id: 'number' },
  },
  {
    method: 'POST',
    path: '/v2/task/{task_id}/guest/{guest_id}',
    pathTypes: { guest_id: 'number' },
    query: { 'include_shared?': 'boolean', ...BY_CUSTOM_ID },
    body: { permission_level: 'string' },
  },
  {
    method: 'DELETE',
    path: '/v2/task/{task_id}/guest/{guest_id}',
    pathTypes: { guest_id: 'number' },
    query: { 'include_shared?': 'boolean', ...BY_CUSTOM_ID },
  },
  {
    method: 'POST',
    path: '/v2/list/{list_id}/guest/{guest_id}',
    pathTypes: { guest_id: 'number' },
    query: { 'include_shared?': 'boolean' },
    body: { permission_level: 'string' },
  },
  {
    method: 'DELETE',
    path: '/v2/list/{list_id}/guest/{guest_id}',
    pathTypes: { guest_id: 'number' },
    query: { 'include_shared?': 'boolean' },
  },
  {
    method: 'POST',
    path: '/v2/folder/{folder_id}/guest/{guest_id}',
    pathTypes: { guest_id: 'number' },
    query: { 'include_shared?': 'boolean' },
    body: { permission_level: 'string' },
  },
  {
    method: 'DELETE',
    path: '/v2/folder/{folder_id}/guest/{guest_id}',
    pathTypes: { guest_id: 'number' },
    query: { 'include_shared?': 'boolean' },
  },
];
