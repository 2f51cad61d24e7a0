import type { RequestFacts } from '../operation.ts';

/** Chat, attachments, sharing and the audit log of API v3. */
export const V3_REQUESTS: readonly RequestFacts[] = [
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/chat/channels/location',
    body: {
      'description?': 'string',
      'topic?': 'string',
      'user_ids?': ['string'],
      'visibility?': 'string',
      location: { id: 'string', type: 'string' },
    },
  },
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/chat/channels/direct_message',
    body: { 'user_ids?': ['string'] },
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/reactions',
    query: { 'cursor?': 'string', 'limit?': 'number' },
  },
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/reactions',
    body: { reaction: 'string' },
  },
  {
    method: 'DELETE',
    path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/reactions/{reaction}',
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/chat/messages/{message_id}/tagged_users',
    query: { 'cursor?': 'string', 'limit?': 'number' },
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/{entity_type}/{entity_id}/attachments',
    query: { 'cursor?': 'string', 'limit?': 'number' },
  },
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/{entity_type}/{entity_id}/attachments',
    form: { attachment: 'anything', 'filename?': 'string' },
  },
  {
    method: 'PATCH',
    path: '/v3/workspaces/{workspace_id}/{object_type}/{object_id}/acls',
    body: {
      'private?': 'boolean',
      'entries?': [
        {
          kind: 'string',
          id: 'string',
          'permission_level?': ['number', 'null'],
          'from_group_id?': 'string',
          'from_parent_type?': 'string',
          'from_parent_id?': 'string',
          'calculated?': 'boolean',
        },
      ],
    },
  },
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/auditlogs',
    body: {
      'filter?': {
        'workspaceId?': 'string',
        'userId?': ['string'],
        'userEmail?': ['string'],
        'eventType?': ['string'],
        'eventStatus?': 'string',
        'startTime?': 'number',
        'endTime?': 'number',
      },
      'applicability?': 'string',
      'pagination?': {
        'pageRows?': 'number',
        'pageTimestamp?': 'number',
        'pageDirection?': 'string',
      },
    },
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/comments/types/{comment_type}/subtypes',
  },
];
