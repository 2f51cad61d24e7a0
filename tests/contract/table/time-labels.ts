import type { Operation } from './operation.ts';
import { TAG } from './shapes/tasks.ts';

/** Labels of time entries, which are apart from the tags of Spaces. */
export const TIME_LABELS_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/team/{team_id}/time_entries/tags',
    status: 200,
    answer: {
      data: [TAG],
    },
    calls: ({ workspace }) => [{ path: { team_id: workspace } }],
  },
  {
    method: 'POST',
    path: '/v2/team/{team_id}/time_entries/tags',
    body: {
      time_entry_ids: ['string'],
      tags: [
        {
          name: 'string',
          tag_fg: 'string',
          tag_bg: 'string',
        },
      ],
    },
    status: 200,
    answer: {},
    calls: ({ workspace, timeEntry }) => [
      {
        path: { team_id: workspace },
        body: {
          time_entry_ids: [timeEntry],
          tags: [{ name: 'sample label', tag_fg: '#ffffff', tag_bg: '#0f8a6d' }],
        },
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/team/{team_id}/time_entries/tags',
    body: {
      time_entry_ids: ['string'],
      tags: [
        {
          name: 'string',
        },
      ],
    },
    status: 200,
    answer: {},
    calls: ({ workspace, timeEntry }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/team/{team_id}/time_entries/tags',
            path: { team_id: workspace },
            body: {
              time_entry_ids: [timeEntry],
              tags: [{ name: 'sample label', tag_fg: '#ffffff', tag_bg: '#0f8a6d' }],
            },
          },
        ],
        path: { team_id: workspace },
        body: { time_entry_ids: [timeEntry], tags: [{ name: 'sample label' }] },
      },
    ],
  },
  {
    method: 'PUT',
    path: '/v2/team/{team_id}/time_entries/tags',
    body: {
      name: 'string',
      new_name: 'string',
      tag_bg: 'string',
      tag_fg: 'string',
    },
    status: 200,
    answer: {},
    calls: ({ workspace, timeEntry }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/team/{team_id}/time_entries/tags',
            path: { team_id: workspace },
            body: {
              time_entry_ids: [timeEntry],
              tags: [{ name: 'sample label', tag_fg: '#ffffff', tag_bg: '#0f8a6d' }],
            },
          },
        ],
        path: { team_id: workspace },
        body: {
          name: 'sample label',
          new_name: 'renamed label',
          tag_fg: '#000000',
          tag_bg: '#ffffff',
        },
      },
    ],
  },
];
