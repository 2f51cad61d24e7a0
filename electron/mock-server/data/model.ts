import type {
  SampleChannel,
  SampleChecklist,
  SampleComment,
  SampleDoc,
  SampleField,
  SampleFieldValue,
  SampleMessage,
  SamplePage,
  SampleRelation,
  SampleTag,
  SampleTimeEntry,
  SampleWebhook,
} from './records.ts';

/**
 * The sample data as plain, immutable values. Identifiers are opaque strings except a person's,
 * which is a number, as in ClickUp's API v2. All times are Unix milliseconds, durations milliseconds.
 */
export interface SampleData {
  /** The person whom every token belongs to unless it names another. */
  readonly ownerId: number;
  readonly people: readonly SamplePerson[];
  readonly workspaces: readonly SampleWorkspace[];
  readonly spaces: readonly SampleSpace[];
  readonly folders: readonly SampleFolder[];
  readonly lists: readonly SampleList[];
  readonly tasks: readonly SampleTask[];
  /** Tasks that once existed: ClickUp answers these differently from ids it never gave out. */
  readonly deletedTaskIds: readonly string[];
  readonly tags: readonly SampleTag[];
  readonly fields: readonly SampleField[];
  readonly comments: readonly SampleComment[];
  readonly relations: readonly SampleRelation[];
  readonly timeEntries: readonly SampleTimeEntry[];
  readonly webhooks: readonly SampleWebhook[];
  readonly channels: readonly SampleChannel[];
  readonly messages: readonly SampleMessage[];
  readonly docs: readonly SampleDoc[];
  readonly pages: readonly SamplePage[];
}

/** A member who left or never accepted an invitation has nulls where others have values. */
export interface SamplePerson {
  readonly id: number;
  readonly name: string | null;
  readonly email: string;
  readonly color: string | null;
  readonly initials: string | null;
  /** Address of a picture; none where not given. */
  readonly pictureUrl?: string;
  /** IANA name; date-only due dates are 04:00 there. */
  readonly timezone: string;
  /** 0 is Sunday. */
  readonly weekStartDay: number;
}

export interface SamplePlan {
  readonly id: number;
  readonly name: string;
  readonly requestsPerMinute: number;
  /** How many time entries may do without a task; null where any number may. */
  readonly timeWithoutTask: number | null;
}

/** Someone who sees of a Workspace only what was shared with them. */
export interface SampleGuest {
  readonly userId: number;
  readonly viewOnly: boolean;
  readonly taskIds: readonly string[];
  readonly listIds: readonly string[];
  readonly folderIds: readonly string[];
}

export interface SampleWorkspace {
  readonly id: string;
  readonly name: string;
  readonly color: string | null;
  readonly plan: SamplePlan;
  /** Everyone, guests included. */
  readonly memberIds: readonly number[];
  /** The owner and the admins. */
  readonly adminIds: readonly number[];
  readonly guests: readonly SampleGuest[];
}

/** `done` counts as finished but still open to `include_closed=false`; only `closed` is hidden by it. */
export type StatusType = 'open' | 'custom' | 'done' | 'closed';

export interface SampleStatus {
  readonly name: string;
  readonly type: StatusType;
  readonly color: string;
}

export interface SampleSpace {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly color: string | null;
  readonly private: boolean;
  readonly archived: boolean;
  readonly multipleAssignees: boolean;
  readonly statuses: readonly SampleStatus[];
}

export interface SampleFolder {
  readonly id: string;
  readonly spaceId: string;
  /** The Folder it is a subfolder of. */
  readonly parentId: string | null;
  readonly name: string;
  readonly archived: boolean;
}

export interface SampleList {
  readonly id: string;
  readonly spaceId: string;
  /** Null for a List that stands in the Space itself. */
  readonly folderId: string | null;
  readonly name: string;
  readonly content: string;
  readonly archived: boolean;
  readonly priority: SamplePriority | null;
  readonly dueAt: number | null;
  readonly dueHasTime: boolean;
  readonly assigneeId: number | null;
  /** Null where the List uses its Space's statuses. */
  readonly statuses: readonly SampleStatus[] | null;
}

export type SamplePriority = 'urgent' | 'high' | 'normal' | 'low';

export interface SampleTask {
  readonly id: string;
  readonly listId: string;
  /** Its place among all tasks. */
  readonly orderIndex: number;
  readonly name: string;
  /** Plain text. */
  readonly description: string;
  /** The description with its marks. */
  readonly markdown: string;
  /** The name of one of the List's statuses. */
  readonly status: string;
  readonly parentId: string | null;
  readonly archived: boolean;
  /** 0 is a plain task, 1 a milestone. */
  readonly customItemId: number;
  readonly creatorId: number;
  readonly assigneeIds: readonly number[];
  readonly watcherIds: readonly number[];
  readonly priority: SamplePriority | null;
  readonly tags: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it reached a `closed` status. */
  readonly closedAt: number | null;
  /** When it reached a `done` or `closed` status. */
  readonly doneAt: number | null;
  readonly startAt: number | null;
  readonly dueAt: number | null;
  readonly timeEstimate: number | null;
  readonly points: number | null;
  readonly checklists: readonly SampleChecklist[];
  /** Values of Custom Fields by the fields' ids. */
  readonly values: Readonly<Record<string, SampleFieldValue>>;
}
