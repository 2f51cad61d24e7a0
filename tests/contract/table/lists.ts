import type { Operation } from './operation.ts';
import { LIST } from './shapes/places.ts';

/** What a List is made of. */
const NEW_LIST = {
  name: 'string',
  'content?': 'string',
  'markdown_content?': 'string',
  'due_date?': 'number',
  'due_date_time?': 'boolean',
  'priority?': 'number',
  'assignee?': 'number',
  'status?': 'string',
} as const;

/** A List as it comes alone. */
const WHOLE_LIST = {
  ...LIST,
  due_date_time: 'boolean',
  start_date_time: 'null',
  inbound_address: 'string',
} as const;

const sampleList = (user: number) => ({
  name: 'Sample List',
  content: 'What it is for.',
  due_date: 1_795_000_000_000,
  due_date_time: false,
  priority: 2,
  assignee: user,
  status: 'red',
});

/** Lists. */
export const LISTS_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/space/{space_id}/list',
    query: { 'archived?': 'boolean' },
    status: 200,
    answer: {
      lists: [LIST],
    },
    calls: ({ space }) => [{ path: { space_id: space } }],
  },
  {
    method: 'POST',
    path: '/v2/space/{space_id}/list',
    body: NEW_LIST,
    status: 200,
    answer: WHOLE_LIST,
    calls: ({ space, user }) => [
      {
        path: { space_id: space },
        body: sampleList(user),
      },
    ],
  },
  {
    method: 'GET',
    path: '/v2/folder/{folder_id}/list',
    query: { 'archived?': 'boolean' },
    status: 200,
    answer: {
      lists: [LIST],
    },
    calls: ({ folder }) => [{ path: { folder_id: folder } }],
  },
  {
    method: 'POST',
    path: '/v2/folder/{folder_id}/list',
    body: NEW_LIST,
    status: 200,
    answer: WHOLE_LIST,
    calls: ({ folder, user }) => [
      {
        path: { folder_id: folder },
        body: sampleList(user),
      },
    ],
  },
  {
    method: 'GET',
    path: '/v2/list/{list_id}',
    status: 200,
    answer: WHOLE_LIST,
    calls: ({ list, folderlessList }) => [
      { path: { list_id: list } },
      { path: { list_id: folderlessList } },
    ],
  },
  {
    method: 'PUT',
    path: '/v2/list/{list_id}',
    body: {
      name: 'string',
      'content?': 'string',
      'markdown_content?': 'string',
      'due_date?': 'number',
      'due_date_time?': 'boolean',
      'priority?': 'number',
      'assignee?': 'string',
      'status?': 'string',
      'unset_status?': 'boolean',
    },
    status: 200,
    answer: WHOLE_LIST,
    calls: ({ list, user }) => [
      {
        path: { list_id: list },
        body: {
          name: 'Renamed List',
          content: 'Why.',
          due_date: 1_795_000_000_000,
          due_date_time: true,
          priority: 1,
          assignee: String(user),
          status: 'green',
          unset_status: false,
        },
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/list/{list_id}',
    status: 200,
    answer: {},
    calls: ({ list }) => [{ path: { list_id: list } }],
  },
];
