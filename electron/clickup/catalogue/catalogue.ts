import type { OperationInfo } from '../../contract/operations.ts';
import * as attachments from './attachments.ts';
import * as authorization from './authorization.ts';
import * as workspaces from './workspaces.ts';
import * as taskChecklists from './task-checklists.ts';
import * as comments from './comments.ts';
import * as customFields from './custom-fields.ts';
import * as taskRelationships from './task-relationships.ts';
import * as folders from './folders.ts';
import * as goals from './goals.ts';
import * as guests from './guests.ts';
import * as lists from './lists.ts';
import * as members from './members.ts';
import * as roles from './roles.ts';
import * as sharedHierarchy from './shared-hierarchy.ts';
import * as spaces from './spaces.ts';
import * as tags from './tags.ts';
import * as tasks from './tasks.ts';
import * as templates from './templates.ts';
import * as userGroups from './user-groups.ts';
import * as customTaskTypes from './custom-task-types.ts';
import * as timeTrackingLegacy from './time-tracking-legacy.ts';
import * as timeTracking from './time-tracking.ts';
import * as users from './users.ts';
import * as views from './views.ts';
import * as webhooks from './webhooks.ts';
import * as v3ChatChannels from './v3-chat-channels.ts';
import * as v3ChatMessages from './v3-chat-messages.ts';
import * as v3Attachments from './v3-attachments.ts';
import * as v3PrivacyAndAccess from './v3-privacy-and-access.ts';
import * as v3AuditLogs from './v3-audit-logs.ts';
import * as v3ChatExperimental from './v3-chat-experimental.ts';
import * as v3Docs from './v3-docs.ts';
import * as v3Tasks from './v3-tasks.ts';

/**
 * Every operation of ClickUp's API v2 and v3 except the token exchange, which is Perch's own to make,
 * grouped by tag as in ClickUp's reference. Methods, paths and names are ClickUp's, the words ours.
 */
export const CATALOGUE: readonly OperationInfo[] = [
  ...Object.values(attachments),
  ...Object.values(authorization),
  ...Object.values(workspaces),
  ...Object.values(taskChecklists),
  ...Object.values(comments),
  ...Object.values(customFields),
  ...Object.values(taskRelationships),
  ...Object.values(folders),
  ...Object.values(goals),
  ...Object.values(guests),
  ...Object.values(lists),
  ...Object.values(members),
  ...Object.values(roles),
  ...Object.values(sharedHierarchy),
  ...Object.values(spaces),
  ...Object.values(tags),
  ...Object.values(tasks),
  ...Object.values(templates),
  ...Object.values(userGroups),
  ...Object.values(customTaskTypes),
  ...Object.values(timeTrackingLegacy),
  ...Object.values(timeTracking),
  ...Object.values(users),
  ...Object.values(views),
  ...Object.values(webhooks),
  ...Object.values(v3ChatChannels),
  ...Object.values(v3ChatMessages),
  ...Object.values(v3Attachments),
  ...Object.values(v3PrivacyAndAccess),
  ...Object.values(v3AuditLogs),
  ...Object.values(v3ChatExperimental),
  ...Object.values(v3Docs),
  ...Object.values(v3Tasks),
];
