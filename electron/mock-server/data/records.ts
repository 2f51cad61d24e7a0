/**
 * What hangs on tasks and Workspaces, as plain immutable values. All times are Unix milliseconds.
 * People are named by their numeric ids, everything else by opaque strings.
 */

/** A tag of a Space. Tasks name it by `name`. */
export interface SampleTag {
  /** Made of Space and name: ClickUp gives tags no id of their own. */
  readonly id: string;
  readonly spaceId: string;
  readonly name: string;
  readonly foreground: string;
  readonly background: string;
  readonly creatorId: number;
}

export interface SampleFieldOption {
  readonly id: string;
  readonly name: string;
  readonly color: string | null;
}

export type SampleFieldType =
  | 'checkbox'
  | 'currency'
  | 'date'
  | 'drop_down'
  | 'email'
  | 'labels'
  | 'number'
  | 'phone'
  | 'short_text'
  | 'text'
  | 'url'
  | 'users';

/** A Custom Field and the place below which it applies. */
export interface SampleField {
  readonly id: string;
  readonly name: string;
  readonly type: SampleFieldType;
  readonly place: { readonly kind: 'list' | 'folder' | 'space' | 'team'; readonly id: string };
  readonly required: boolean;
  readonly createdAt: number;
  /** Of a drop-down or labels; empty for every other type. */
  readonly options: readonly SampleFieldOption[];
  /** ISO 4217, of a currency. */
  readonly currency: string | null;
}

/**
 * A value as it is kept: the id of a drop-down's option, the ids of labels, ids of people, Unix ms of
 * a date. What travels is different; `wire/field.ts` says how.
 */
export type SampleFieldValue = string | number | boolean | readonly string[] | readonly number[];

export interface SampleChecklistItem {
  readonly id: string;
  readonly name: string;
  readonly assigneeId: number | null;
  readonly resolved: boolean;
  readonly parentId: string | null;
  readonly createdAt: number;
}

export interface SampleChecklist {
  readonly id: string;
  readonly name: string;
  readonly creatorId: number;
  readonly createdAt: number;
  readonly items: readonly SampleChecklistItem[];
}

export interface SampleComment {
  readonly id: string;
  /** What it is about; a reply is about a comment. */
  readonly on: { readonly kind: 'task' | 'list' | 'comment'; readonly id: string };
  readonly userId: number;
  readonly text: string;
  readonly createdAt: number;
  readonly assigneeId: number | null;
  readonly assignedById: number | null;
  readonly resolved: boolean;
}

/** Two tasks that belong together. In a dependency `taskId` waits for `otherId`. */
export interface SampleRelation {
  readonly id: string;
  readonly kind: 'dependency' | 'link';
  readonly taskId: string;
  readonly otherId: string;
  readonly userId: number;
  readonly createdAt: number;
}

/** A label of time entries; they are apart from the tags of Spaces. */
export interface SampleTimeTag {
  readonly name: string;
  readonly foreground: string;
  readonly background: string;
  readonly creatorId: number;
}

export interface SampleTimeChange {
  readonly id: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly at: number;
  readonly userId: number;
}

export interface SampleTimeEntry {
  readonly id: string;
  readonly workspaceId: string;
  readonly taskId: string | null;
  readonly userId: number;
  readonly start: number;
  /** Null while it runs. */
  readonly end: number | null;
  readonly description: string;
  readonly billable: boolean;
  readonly tags: readonly SampleTimeTag[];
  /** When it was last written. */
  readonly at: number;
  readonly history: readonly SampleTimeChange[];
}

/** A file on a task. */
export interface SampleAttachment {
  readonly id: string;
  readonly taskId: string;
  readonly title: string;
  readonly extension: string;
  readonly type: string;
  readonly bytes: number;
  readonly userId: number;
  readonly createdAt: number;
}

export interface SampleWebhook {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: number;
  readonly endpoint: string;
  readonly events: readonly string[];
  readonly spaceId: string | null;
  readonly folderId: string | null;
  readonly listId: string | null;
  readonly taskId: string | null;
  readonly status: string;
  readonly secret: string;
}

export interface SampleChannel {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly topic: string;
  readonly description: string;
  readonly kind: 'CHANNEL' | 'DM' | 'GROUP_DM';
  readonly private: boolean;
  readonly creatorId: number;
  readonly memberIds: readonly number[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface SampleMessage {
  readonly id: string;
  readonly channelId: string;
  /** The message it replies to. */
  readonly parentId: string | null;
  readonly userId: number;
  readonly content: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly resolved: boolean;
}

export interface SampleDoc {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly creatorId: number;
  /** ClickUp's numbers of kinds: 4 a Space, 5 a Folder, 6 a List, 7 everything level, 12 a Workspace. */
  readonly parent: { readonly id: string; readonly type: number };
  readonly public: boolean;
  readonly archived: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface SamplePage {
  readonly id: string;
  readonly docId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly subTitle: string;
  /** Markdown. */
  readonly content: string;
  readonly creatorId: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly editedById: number;
}
