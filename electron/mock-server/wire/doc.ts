import type { SampleDoc, SamplePage } from '../data/records.ts';

/** A Doc. In API v3 numbers of Workspaces and people are numbers here, unlike in chat. */
export const docWire = (doc: SampleDoc) => ({
  id: doc.id,
  date_created: doc.createdAt,
  date_updated: doc.updatedAt,
  name: doc.name,
  type: 1,
  parent: doc.parent,
  public: doc.public,
  workspace_id: Number(doc.workspaceId),
  archived: doc.archived,
  deleted: false,
  creator: doc.creatorId,
});

/** A page without those below it. */
export const pageWire = (page: SamplePage, workspaceId: string, content: string) => ({
  ...pageTitle(page, workspaceId),
  sub_title: page.subTitle,
  date_created: page.createdAt,
  date_updated: page.updatedAt,
  content,
  creator_id: page.creatorId,
  deleted: false,
  date_edited: page.updatedAt,
  edited_by: page.editedById,
  archived: false,
  authors: [page.creatorId],
  contributors: [...new Set([page.creatorId, page.editedById])],
  protected: false,
});

/** A page in the listing of a Doc. */
export const pageTitle = (page: SamplePage, workspaceId: string) => ({
  id: page.id,
  doc_id: page.docId,
  ...(page.parentId === null ? {} : { parent_page_id: page.parentId }),
  workspace_id: Number(workspaceId),
  name: page.name,
});

/** Pages as a tree, `depth` levels deep; below 0 without end. */
export function pageTree(
  pages: readonly SamplePage[],
  parentId: string | null,
  depth: number,
  wire: (page: SamplePage) => object,
): readonly object[] {
  if (depth === 0) return [];
  const withThoseBelow = (page: SamplePage): object => {
    const below = pageTree(pages, page.id, depth - 1, wire);
    return below.length === 0 ? wire(page) : Object.assign(wire(page), { pages: below });
  };
  return pages.filter((page) => page.parentId === parentId).map(withThoseBelow);
}
