import { created, json } from '../answer.ts';
import type { SampleWorkspace } from '../data/model.ts';
import type { SampleDoc, SamplePage } from '../data/records.ts';
import { docWire, pageTitle, pageTree, pageWire } from '../wire/doc.ts';
import { plainText } from '../world/plain-text.ts';
import { guestIn, param } from './access.ts';
import { readBody, type Body } from './body.ts';
import { get, post, put, type Route, type RouteContext } from './route.ts';
import { failV3, pageOf, v3Workspace } from './v3.ts';

const PATH = '/v3/workspaces/{workspace_id}/docs';
const PAGES = `${PATH}/{doc_id}/pages`;
const LIMITS = { standard: 50, most: 100 } as const;

/** Docs and their pages. The search for Docs knows places and people but no text, as in ClickUp. */
export const DOC_ROUTES: readonly Route[] = [
  get(PATH, search),
  post(PATH, createDoc),
  get(`${PATH}/{doc_id}`, (context) => json(docWire(docIn(context).doc))),
  get(`${PATH}/{doc_id}/page_listing`, (context) =>
    tree(context, (page, workspaceId) => pageTitle(page, workspaceId)),
  ),
  get(PAGES, (context) =>
    tree(context, (page, id) => pageWire(page, id, contentOf(context, page))),
  ),
  post(PAGES, createPage),
  get(`${PAGES}/{page_id}`, (context) => {
    const { workspace, page } = pageIn(context);
    return json(pageWire(page, workspace.id, contentOf(context, page)));
  }),
  put(`${PAGES}/{page_id}`, updatePage),
];

function docIn(context: RouteContext): {
  readonly workspace: SampleWorkspace;
  readonly doc: SampleDoc;
} {
  const workspace = v3Workspace(context);
  const doc = context.world.docs.get(param(context, 'doc_id'));
  const hidden = guestIn(context, workspace.id) !== null;
  return doc === null || doc.workspaceId !== workspace.id || hidden
    ? failV3(context, 404, 'Doc not found')
    : { workspace, doc };
}

function pageIn(context: RouteContext) {
  const at = docIn(context);
  const page = context.world.pages.get(param(context, 'page_id'));
  return page === null || page.docId !== at.doc.id
    ? failV3(context, 404, 'Page not found')
    : { ...at, page };
}

/** Markdown, or with `content_format=text/plain` what it says without its marks. */
function contentOf({ query }: RouteContext, { content }: SamplePage): string {
  return query.text('content_format') === 'text/plain' ? plainText(content) : content;
}

function search(context: RouteContext) {
  const { world, query, now } = context;
  const workspace = v3Workspace(context);
  const is = (name: string, value: string): boolean => (query.text(name) ?? value) === value;
  const archived = query.flag('archived');
  const found =
    guestIn(context, workspace.id) === null && !query.flag('deleted')
      ? world.docs.listed(workspace.id, now)
      : [];
  const docs = found.filter(
    (doc) =>
      doc.archived === archived &&
      is('id', doc.id) &&
      is('creator', String(doc.creatorId)) &&
      is('parent_id', doc.parent.id) &&
      is('parent_type', String(doc.parent.type)),
  );
  const { items, next } = pageOf(context, docs, LIMITS);
  return json({ docs: items.map(docWire), next_cursor: next });
}

function tree(context: RouteContext, wire: (page: SamplePage, workspaceId: string) => object) {
  const { world, query, now } = context;
  const { workspace, doc } = docIn(context);
  const text = query.text('max_page_depth') ?? '-1';
  if (!/^-?\d{1,3}$/.test(text)) failV3(context, 400, 'max_page_depth must be a number');
  const pages = world.pages.listed(doc.id, now);
  const depth = Number(text) < 0 ? -1 : Number(text);
  return json(pageTree(pages, null, depth, (page) => wire(page, workspace.id)));
}

function readParent(context: RouteContext, body: Body, workspace: SampleWorkspace) {
  const parent = body.object('parent');
  if (parent === undefined) return { id: workspace.id, type: 12 };
  const id = parent.raw('id');
  const type = parent.integer('type');
  if (typeof id !== 'string' || type === undefined || ![4, 5, 6, 7, 12].includes(type)) {
    return failV3(context, 400, 'parent must be {id, type}');
  }
  return { id, type };
}

function createDoc(context: RouteContext) {
  const { world, userId, now } = context;
  const workspace = v3Workspace(context);
  if (guestIn(context, workspace.id) !== null) failV3(context, 403, 'Guests cannot make Docs.');
  const body = readBody(context.body);
  const withPage = body.flag('create_page') ?? true;
  const draft = {
    workspaceId: workspace.id,
    name: body.text('name') ?? '',
    creatorId: userId,
    parent: readParent(context, body, workspace),
    public: body.text('visibility') === 'PUBLIC',
    archived: false,
    createdAt: now,
    updatedAt: now,
  };
  const doc = world.docs.put({ ...draft, id: world.ids.doc() }, context);
  if (withPage) putPage(context, doc, { parentId: null, name: '', subTitle: '', content: '' });
  return created(docWire(doc));
}

function putPage(
  { world, userId, now, visibleFrom }: RouteContext,
  doc: SampleDoc,
  page: Pick<SamplePage, 'parentId' | 'name' | 'subTitle' | 'content'>,
): SamplePage {
  const id = world.ids.page();
  const times = { creatorId: userId, createdAt: now, updatedAt: now, editedById: userId };
  return world.pages.put({ id, docId: doc.id, ...page, ...times }, { now, visibleFrom });
}

function createPage(context: RouteContext) {
  const { workspace, doc } = docIn(context);
  const body = readBody(context.body);
  const parentId = body.text('parent_page_id') ?? null;
  if (parentId !== null && context.world.pages.get(parentId)?.docId !== doc.id) {
    failV3(context, 400, 'parent_page_id must be a page of the Doc');
  }
  const page = putPage(context, doc, {
    parentId,
    name: body.text('name') ?? '',
    subTitle: body.text('sub_title') ?? '',
    content: body.text('content') ?? '',
  });
  return created(pageWire(page, workspace.id, page.content));
}

function updatePage(context: RouteContext) {
  const { world, userId, now } = context;
  const { page } = pageIn(context);
  const body = readBody(context.body);
  world.pages.put(
    {
      ...page,
      name: body.text('name') ?? page.name,
      subTitle: body.text('sub_title') ?? page.subTitle,
      content: edited(context, body, page.content),
      updatedAt: now,
      editedById: userId,
    },
    context,
  );
  return json({});
}

/** New content in the place of the old, or before or after it. */
function edited(context: RouteContext, body: Body, before: string): string {
  const given = body.text('content');
  if (given === undefined) return before;
  const mode = body.text('content_edit_mode') ?? 'replace';
  switch (mode) {
    case 'replace':
      return given;
    case 'append':
      return `${before}\n${given}`;
    case 'prepend':
      return `${given}\n${before}`;
    default:
      return failV3(context, 400, 'content_edit_mode must be replace, append or prepend');
  }
}
