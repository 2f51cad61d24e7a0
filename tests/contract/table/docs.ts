import type { Fields } from '../shape.ts';
import type { Operation } from './operation.ts';

/** A Doc. */
const DOC = {
  id: 'string',
  date_created: 'number',
  date_updated: 'number',
  name: 'string',
  type: 'number',
  parent: {
    id: 'string',
    type: 'number',
  },
  public: 'boolean',
  workspace_id: 'number',
  archived: 'boolean',
  deleted: 'boolean',
  creator: 'number',
} as const satisfies Fields;

/** A page in the table of contents. */
const PAGE_ENTRY = {
  id: 'string',
  doc_id: 'string',
  workspace_id: 'number',
  name: 'string',
} as const satisfies Fields;

/** A page. */
const PAGE = {
  id: 'string',
  doc_id: 'string',
  workspace_id: 'number',
  name: 'string',
  sub_title: 'string',
  date_created: 'number',
  date_updated: 'number',
  content: 'string',
  creator_id: 'number',
  deleted: 'boolean',
  date_edited: 'number',
  edited_by: 'number',
  archived: 'boolean',
  authors: ['number'],
  contributors: ['number'],
  protected: 'boolean',
} as const satisfies Fields;

/** Docs and their pages, of API v3. */
export const DOCS_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/docs',
    query: {
      'id?': 'string',
      'creator?': 'number',
      'deleted?': 'boolean',
      'archived?': 'boolean',
      'parent_id?': 'string',
      'parent_type?': 'string',
      'limit?': 'number',
      'cursor?': 'string',
      'next_cursor?': 'string',
    },
    status: 200,
    answer: {
      docs: [DOC],
      next_cursor: 'string',
    },
    calls: ({ workspace }) => [{ path: { workspace_id: workspace } }],
  },
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/docs',
    body: {
      'name?': 'string',
      'parent?': { id: 'string', type: 'number' },
      'visibility?': ['string', 'number'],
      'create_page?': 'boolean',
    },
    status: 201,
    answer: DOC,
    calls: ({ workspace }) => [{ path: { workspace_id: workspace }, body: { name: 'Sample Doc' } }],
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/docs/{doc_id}',
    status: 200,
    answer: DOC,
    calls: ({ workspace, doc }) => [{ path: { workspace_id: workspace, doc_id: doc } }],
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/page_listing',
    query: { 'max_page_depth?': 'number' },
    status: 200,
    answer: [
      {
        ...PAGE_ENTRY,
        'pages?': [
          {
            ...PAGE_ENTRY,
            parent_page_id: 'string',
          },
        ],
      },
    ],
    calls: ({ workspace, doc }) => [{ path: { workspace_id: workspace, doc_id: doc } }],
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/pages',
    query: { 'max_page_depth?': 'number', 'content_format?': 'string' },
    status: 200,
    answer: [
      {
        ...PAGE,
        'pages?': [
          {
            ...PAGE,
            parent_page_id: 'string',
          },
        ],
      },
    ],
    calls: ({ workspace, doc }) => [{ path: { workspace_id: workspace, doc_id: doc } }],
  },
  {
    method: 'POST',
    path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/pages',
    body: {
      'parent_page_id?': 'string',
      'name?': 'string',
      'sub_title?': 'string',
      'content?': 'string',
      'content_format?': 'string',
    },
    status: 201,
    answer: PAGE,
    calls: ({ workspace, doc }) => [
      {
        path: { workspace_id: workspace, doc_id: doc },
        body: { name: 'Sample page', content: 'Text.' },
      },
    ],
  },
  {
    method: 'GET',
    path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/pages/{page_id}',
    query: { 'content_format?': 'string' },
    status: 200,
    answer: PAGE,
    calls: ({ workspace, doc, page }) => [
      { path: { workspace_id: workspace, doc_id: doc, page_id: page } },
    ],
  },
  {
    method: 'PUT',
    path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/pages/{page_id}',
    body: {
      'name?': 'string',
      'sub_title?': 'string',
      'content?': 'string',
      'content_edit_mode?': 'string',
      'content_format?': 'string',
    },
    status: 200,
    answer: {},
    calls: ({ workspace, doc, page }) => [
      {
        path: { workspace_id: workspace, doc_id: doc, page_id: page },
        body: { name: 'Renamed page', content: 'More.', content_edit_mode: 'append' },
      },
    ],
  },
];
