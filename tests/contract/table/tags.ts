import type { Operation } from './operation.ts';
import { BY_CUSTOM_ID } from './shapes/tasks.ts';

/** Tags of Spaces and of tasks. */
export const TAGS_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/space/{space_id}/tag',
    status: 200,
    answer: {
      tags: [
        {
          name: 'string',
          tag_fg: 'string',
          tag_bg: 'string',
        },
      ],
    },
    calls: ({ space }) => [{ path: { space_id: space } }],
  },
  {
    method: 'POST',
    path: '/v2/space/{space_id}/tag',
    body: {
      tag: {
        name: 'string',
        tag_fg: 'string',
        tag_bg: 'string',
      },
    },
    status: 200,
    answer: {},
    calls: ({ space }) => [
      {
        path: { space_id: space },
        body: { tag: { name: 'sample tag', tag_fg: '#ffffff', tag_bg: '#0f8a6d' } },
      },
    ],
  },
  {
    method: 'PUT',
    path: '/v2/space/{space_id}/tag/{tag_name}',
    body: {
      tag: {
        'name?': 'string',
        'fg_color?': 'string',
        'bg_color?': 'string',
      },
    },
    status: 200,
    answer: {
      tag: {
        name: 'string',
        fg_color: 'string',
        bg_color: 'string',
      },
    },
    calls: ({ space }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/space/{space_id}/tag',
            path: { space_id: space },
            body: { tag: { name: 'sample tag', tag_fg: '#ffffff', tag_bg: '#0f8a6d' } },
          },
        ],
        path: { space_id: space, tag_name: 'sample tag' },
        body: { tag: { name: 'renamed tag', fg_color: '#000000', bg_color: '#2760d8' } },
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/space/{space_id}/tag/{tag_name}',
    body: {
      tag: {
        name: 'string',
        tag_fg: 'string',
        tag_bg: 'string',
      },
    },
    status: 200,
    answer: {},
    calls: ({ space }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/space/{space_id}/tag',
            path: { space_id: space },
            body: { tag: { name: 'sample tag', tag_fg: '#ffffff', tag_bg: '#0f8a6d' } },
          },
        ],
        path: { space_id: space, tag_name: 'sample tag' },
        body: { tag: { name: 'sample tag', tag_fg: '#ffffff', tag_bg: '#0f8a6d' } },
      },
    ],
  },
  {
    method: 'POST',
    path: '/v2/task/{task_id}/tag/{tag_name}',
    query: { ...BY_CUSTOM_ID },
    status: 200,
    answer: {},
    calls: ({ task }) => [{ path: { task_id: task, tag_name: 'sample tag' } }],
  },
  {
    method: 'DELETE',
    path: '/v2/task/{task_id}/tag/{tag_name}',
    query: { ...BY_CUSTOM_ID },
    status: 200,
    answer: {},
    calls: ({ task }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/task/{task_id}/tag/{tag_name}',
            path: { task_id: task, tag_name: 'sample tag' },
          },
        ],
        path: { task_id: task, tag_name: 'sample tag' },
      },
    ],
  },
];
