import type { Operation } from './operation.ts';
import { PERSON } from './shapes/people.ts';
import { BY_CUSTOM_ID, TAG } from './shapes/tasks.ts';
import { TIME_ENTRY } from './shapes/time.ts';

/** Where the task of an entry lies, by the names that were asked for. */
const LOCATION = {
  list_id: 'number',
  folder_id: 'number',
  space_id: 'number',
  list_name: 'string',
  folder_name: 'string',
  space_name: 'string',
} as const;

/** Time entries. Their times come as numbers or as text, by operation. */
export const TIME_ENTRIES_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/task/{task_id}/time',
    query: { ...BY_CUSTOM_ID },
    status: 200,
    answer: {
      data: [
        {
          user: PERSON,
          time: 'number',
          intervals: [
            {
              id: 'string',
              start: 'string',
              end: 'string',
              time: 'string',
              source: 'string',
              date_added: 'string',
            },
          ],
        },
      ],
    },
    calls: ({ trackedTask }) => [{ path: { task_id: trackedTask } }],
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/time_entries',
    query: {
      'start_date?': 'number',
      'end_date?': 'number',
      'assignee?': 'number',
      'include_task_tags?': 'boolean',
      'include_location_names?': 'boolean',
      'include_approval_history?': 'boolean',
      'include_approval_details?': 'boolean',
      'space_id?': 'string',
      'folder_id?': 'string',
      'list_id?': 'string',
      'task_id?': 'string',
      ...BY_CUSTOM_ID,
      'is_billable?': 'boolean',
    },
    status: 200,
    answer: {
      data: [
        {
          ...TIME_ENTRY,
          start: 'number',
          end: 'number',
          duration: 'string',
          at: 'string',
          task_location: LOCATION,
          task_tags: [TAG],
          task_url: 'string',
        },
      ],
    },
    calls: ({ workspace }) => [
      {
        path: { team_id: workspace },
        query: { include_task_tags: 'true', include_location_names: 'true' },
      },
    ],
  },
  {
    method: 'POST',
    path: '/v2/team/{team_id}/time_entries',
    query: { ...BY_CUSTOM_ID },
    body: {
      'description?': 'string',
      'tags?': [
        {
          name: 'string',
          tag_fg: 'string',
          tag_bg: 'string',
        },
      ],
      start: 'number',
      'stop?': 'number',
      'end?': 'number',
      'billable?': 'boolean',
      duration: 'number',
      'assignee?': 'number',
      'tid?': 'string',
    },
    status: 200,
    answer: {
      data: {
        ...TIME_ENTRY,
        start: 'string',
        end: 'number',
        duration: 'number',
        at: 'number',
      },
      description: 'string',
      tags: ['anything'],
      start: 'number',
      billable: 'boolean',
      duration: 'number',
      assignee: 'number',
      tid: 'string',
    },
    calls: ({ workspace, task, user }) => [
      {
        path: { team_id: workspace },
        body: {
          description: 'Sample work',
          start: 1_795_000_000_000,
          duration: 900_000,
          billable: true,
          assignee: user,
          tid: task,
        },
      },
    ],
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/time_entries/{timer_id}',
    query: {
      'include_task_tags?': 'boolean',
      'include_location_names?': 'boolean',
      'include_approval_history?': 'boolean',
      'include_approval_details?': 'boolean',
    },
    status: 200,
    answer: {
      data: {
        ...TIME_ENTRY,
        start: 'string',
        end: 'string',
        duration: 'string',
        at: 'string',
        task_location: LOCATION,
        task_tags: [TAG],
        task_url: 'string',
      },
    },
    calls: ({ workspace, timeEntry }) => [
      {
        path: { team_id: workspace, timer_id: timeEntry },
        query: { include_task_tags: 'true', include_location_names: 'true' },
      },
    ],
  },
  {
    method: 'PUT',
    path: '/v2/team/{team_id}/time_entries/{timer_id}',
    query: { ...BY_CUSTOM_ID },
    body: {
      'description?': 'string',
      'tags?': [
        {
          name: 'string',
          tag_fg: 'string',
          tag_bg: 'string',
        },
      ],
      'tag_action?': 'string',
      'start?': 'number',
      'end?': 'number',
      'tid?': 'string',
      'billable?': 'boolean',
      'duration?': 'number',
    },
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
    calls: ({ workspace, timeEntry }) => [
      {
        path: { team_id: workspace, timer_id: timeEntry },
        body: { description: 'Changed', tags: [], billable: false },
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/team/{team_id}/time_entries/{timer_id}',
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
    calls: ({ workspace, timeEntry }) => [{ path: { team_id: workspace, timer_id: timeEntry } }],
  },
  {
    method: 'GET',
    path: '/v2/team/{team_id}/time_entries/{timer_id}/history',
    status: 200,
    answer: {
      data: [
        {
          id: 'string',
          field: 'string',
          before: 'string',
          after: 'string',
          date: 'string',
          user: 'number',
        },
      ],
    },
    calls: ({ workspace, timeEntry }) => [
      {
        after: [
          {
            method: 'PUT',
            to: '/v2/team/{team_id}/time_entries/{timer_id}',
            path: { team_id: workspace, timer_id: timeEntry },
            body: { description: 'Changed', tags: [], billable: false },
          },
        ],
        path: { team_id: workspace, timer_id: timeEntry },
      },
    ],
  },
];
