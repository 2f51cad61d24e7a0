import type { Fields } from '../shape.ts';
import type { Operation } from './operation.ts';

/** A webhook. */
const WEBHOOK = {
  id: 'string',
  userid: 'number',
  team_id: 'number',
  endpoint: 'string',
  client_id: 'string',
  events: ['string'],
  task_id: ['string', 'null'],
  list_id: 'null',
  folder_id: 'null',
  space_id: 'null',
  health: {
    status: 'string',
    fail_count: 'number',
  },
  secret: 'string',
} as const satisfies Fields;

/** Webhooks. */
export const WEBHOOKS_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/team/{team_id}/webhook',
    status: 200,
    answer: {
      webhooks: [WEBHOOK],
    },
    calls: ({ workspace }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/team/{team_id}/webhook',
            path: { team_id: workspace },
            body: { endpoint: 'https://hooks.sample.example/clickup', events: ['taskCreated'] },
          },
        ],
        path: { team_id: workspace },
      },
    ],
  },
  {
    method: 'POST',
    path: '/v2/team/{team_id}/webhook',
    body: {
      endpoint: 'string',
      events: ['string'],
      'space_id?': 'number',
      'folder_id?': 'number',
      'list_id?': 'number',
      'task_id?': 'string',
    },
    status: 200,
    answer: {
      id: 'string',
      webhook: WEBHOOK,
    },
    calls: ({ workspace }) => [
      {
        path: { team_id: workspace },
        body: { endpoint: 'https://hooks.sample.example/clickup', events: ['taskCreated'] },
      },
    ],
  },
  {
    method: 'PUT',
    path: '/v2/webhook/{webhook_id}',
    body: {
      endpoint: 'string',
      events: 'string',
      status: 'string',
    },
    status: 200,
    answer: {
      id: 'string',
      webhook: WEBHOOK,
    },
    calls: ({ workspace }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/team/{team_id}/webhook',
            path: { team_id: workspace },
            body: { endpoint: 'https://hooks.sample.example/clickup', events: ['taskCreated'] },
          },
        ],
        path: { webhook_id: { before: 0, at: 'id' } },
        body: { endpoint: 'https://hooks.sample.example/other', events: '*', status: 'active' },
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/webhook/{webhook_id}',
    status: 200,
    answer: {},
    calls: ({ workspace }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/team/{team_id}/webhook',
            path: { team_id: workspace },
            body: { endpoint: 'https://hooks.sample.example/clickup', events: ['taskCreated'] },
          },
        ],
        path: { webhook_id: { before: 0, at: 'id' } },
      },
    ],
  },
];
