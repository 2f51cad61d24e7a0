import type { Operation } from './operation.ts';
import { BY_CUSTOM_ID } from './shapes/tasks.ts';
import { TIME_ENTRY } from './shapes/time.ts';

/** The timer: the time entry that runs. */
export const TIMER_OPERATIONS: readonly Operation[] = [
  {
    method: 'POST',
    path: '/v2/team/{team_id}/time_entries/start',
    query: { ...BY_CUSTOM_ID },
    body: {
      'description?': 'string',
      'tags?': [
        {
          name: 'string',
        },
      ],
      'tid?': 'string',
      'billable?': 'boolean',
    },
    status: 200,
    answer: {
      data: {
        ...TIME_ENTRY,
        start: 'string',
        duration: 'number',
        at: 'number',
      },
    },
    calls: ({ workspace, task }) => [
      {
        path: { team_id: workspace },
        body: { tid: task, description: 'Sample work', billable: true },
      },
    ],
  },
  {
    method: 'POST',
    path: '/v2/team/{team_id}/time_entries/stop',
    status: 200,
    answer: {
      data: {
        ...TIME_ENTRY,
        start: 'string',
        end: 'number',
        duration: 'number',
        at: 'number',
      },
    },
    calls: ({ workspace, task }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/team/{team_id}/time_entries/start',
            path: { team_id: workspace },
            body: { tid: task, description: 'Sample work', billable: true },
          },
        ],
        path: { team_id: workspace },
      },
    ],
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/time_entries/current',
    query: { 'assignee?': 'number' },
    status: 200,
    answer: {
      data: [
        {
          ...TIME_ENTRY,
          start: 'string',
          duration: 'number',
          at: 'string',
        },
        'null',
      ],
    },
    calls: ({ workspace, task }) => [
      { path: { team_id: workspace } },
      {
        after: [
          {
            method: 'POST',
            to: '/v2/team/{team_id}/time_entries/start',
            path: { team_id: workspace },
            body: { tid: task, description: 'Sample work', billable: true },
          },
        ],
        path: { team_id: workspace },
      },
    ],
  },
];
