import type { OperationInfo } from '../../contract/operations.ts';
import {
  BY_CURSOR,
  FLAG,
  TEXT,
  TEXT_FORMAT,
  WHOLE,
  idOf,
  jsonBody,
  needed,
  objectOf,
  oneOf,
  optional,
} from './fields.ts';

const DOC = [needed('workspace_id', idOf('workspace')), needed('doc_id', idOf('doc'))] as const;

const PAGE = [...DOC, needed('page_id', idOf('page'))] as const;

const DEPTH = optional('max_page_depth', WHOLE, 'How many levels of pages; -1 for all.');

const READ_FORMAT = optional(
  'content_format',
  TEXT_FORMAT,
  'How content is answered; Markdown where left out.',
);

const WRITE_FORMAT = optional(
  'content_format',
  TEXT_FORMAT,
  'How `content` is written; Markdown where left out.',
);

export const searchDocs = {
  id: 'search-docs',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/docs',
  title: 'Search Docs',
  about:
    'Lists the Docs you may see, narrowed by place or creator; words in them cannot be searched for.',
  tag: 'Docs',
  parameters: [
    needed('workspace_id', idOf('workspace')),
    optional('id', idOf('doc'), 'Only this Doc.'),
    optional('creator', idOf('user'), 'Only Docs by this person.'),
    optional('deleted', FLAG, 'Deleted Docs instead.'),
    optional('archived', FLAG, 'Archived Docs instead.'),
    optional('parent_id', TEXT, 'Only what stands below the thing of this id.'),
    optional(
      'parent_type',
      oneOf('SPACE', 'FOLDER', 'LIST', 'EVERYTHING', 'WORKSPACE'),
      'The kind of thing that `parent_id` names.',
    ),
    BY_CURSOR[0],
    optional('limit', WHOLE, 'Docs on a page: 10 to 100, else 50.'),
    optional('next_cursor', TEXT, 'An older name of `cursor`.'),
  ],
} as const satisfies OperationInfo;

export const createDoc = {
  id: 'create-doc',
  method: 'POST',
  path: '/v3/workspaces/{workspace_id}/docs',
  title: 'Create Doc',
  about:
    'Makes a Doc with one empty page, unless that is declined; its text is written page by page.',
  tag: 'Docs',
  parameters: [needed('workspace_id', idOf('workspace'))],
  body: jsonBody(
    optional('name', TEXT),
    optional(
      'parent',
      objectOf(
        needed('id', TEXT, 'The id of the thing it stands in.'),
        needed(
          'type',
          oneOf(4, 5, 6, 7, 12),
          '4 Space, 5 Folder, 6 List, 7 Everything, 12 Workspace.',
        ),
      ),
      'Where the Doc stands.',
    ),
    optional('visibility', oneOf('PUBLIC', 'PRIVATE', 'PERSONAL', 'HIDDEN')),
    optional('create_page', FLAG, 'False makes no first page.'),
  ),
} as const satisfies OperationInfo;

export const getDoc = {
  id: 'get-doc',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/docs/{doc_id}',
  title: 'Get Doc',
  about: 'Reads name, place and creator of a Doc; its text is in the pages.',
  tag: 'Docs',
  parameters: DOC,
} as const satisfies OperationInfo;

export const getDocPageListing = {
  id: 'get-doc-page-listing',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/page_listing',
  title: 'Get Doc page listing',
  about: 'Reads the tree of a Doc’s pages by name, without their text, so it is quick.',
  tag: 'Docs',
  parameters: [...DOC, DEPTH],
} as const satisfies OperationInfo;

export const getDocPages = {
  id: 'get-doc-pages',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/pages',
  title: 'Get Doc pages',
  about: 'Reads the pages of a Doc with all their text at once, which may be large.',
  tag: 'Docs',
  parameters: [...DOC, DEPTH, READ_FORMAT],
} as const satisfies OperationInfo;

export const createPage = {
  id: 'create-page',
  method: 'POST',
  path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/pages',
  title: 'Create page',
  about: 'Adds a page to a Doc, at the top of its tree unless a parent page is named.',
  tag: 'Docs',
  parameters: DOC,
  body: jsonBody(
    optional('parent_page_id', idOf('page'), 'The page it stands below.'),
    optional('name', TEXT),
    optional('sub_title', TEXT),
    optional('content', TEXT),
    WRITE_FORMAT,
  ),
} as const satisfies OperationInfo;

export const getPage = {
  id: 'get-page',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/pages/{page_id}',
  title: 'Get page',
  about: 'Reads one page of a Doc; as Markdown some of ClickUp’s blocks lose their looks.',
  tag: 'Docs',
  parameters: [...PAGE, READ_FORMAT],
} as const satisfies OperationInfo;

export const editPage = {
  id: 'edit-page',
  method: 'PUT',
  path: '/v3/workspaces/{workspace_id}/docs/{doc_id}/pages/{page_id}',
  title: 'Edit page',
  about: 'Changes a page; its text is replaced as a whole unless you ask to append or prepend.',
  tag: 'Docs',
  parameters: PAGE,
  body: jsonBody(
    optional('name', TEXT),
    optional('sub_title', TEXT),
    optional('content', TEXT),
    optional('content_edit_mode', oneOf('replace', 'append', 'prepend')),
    WRITE_FORMAT,
  ),
} as const satisfies OperationInfo;
