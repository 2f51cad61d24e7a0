import { because, type KnownError } from '../spec/known.ts';
import type { Version } from '../spec/openapi.ts';

/**
 * Where the catalogue alone differs from ClickUp's own file, and why; what the table differs in too
 * is in known-spec-errors.ts. An entry that matches nothing fails.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<Version, readonly KnownError[]>> = {
  v2: [
    ...because('Every id but a person’s is text: answers give it as text, and some hold letters.', [
      '*',
      'path {team_Id}: string, declared number',
    ]),
    ...because('Its query has a `team_id` too, so the path’s is spelled as its neighbours do.', [
      'PUT /v2/team/{team_Id}/time_entries/{timer_id}',
      'path {team_Id}: declared {team_id}',
    ]),
  ],
  v3: [
    ...because('Its example and its description have several; the schema knows one.', [
      'POST /v3/workspaces/{workspace_id}/auditlogs',
      'body filter.eventType: declared as a choice',
    ]),
    ...because('A choice of one word beside all users’ ids, which no shape can say.', [
      '* /v3/workspaces/{workspace_id}/tasks/{task_id}/time_estimates_by_user',
      'body [].assignee: declared as a choice',
    ]),
  ],
};
