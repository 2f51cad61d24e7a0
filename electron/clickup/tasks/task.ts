/** ClickUp's four priorities by their numbers: 1 is urgent, 4 is low. */
export type TaskPriority = 1 | 2 | 3 | 4;

/** A due or start date. */
export interface TaskDate {
  /** Unix milliseconds. */
  readonly at: number;
  /** Whether it names a time of its day; null where that cannot be told. */
  readonly hasTime: boolean | null;
}

export interface TaskStatus {
  readonly name: string;
  /** `open`, `custom`, `done` or `closed`, as far as is known; ClickUp may add others. */
  readonly type: string | null;
  readonly color: string | null;
}

export interface TaskPerson {
  readonly id: number;
  readonly name: string;
  readonly initials: string;
  readonly color: string | null;
}

/** The List, Folder or Space that a task stands in. ClickUp often leaves out a Space's name. */
export interface TaskPlace {
  readonly id: string;
  readonly name: string | null;
}

/** A task as Perch uses it. Times are Unix milliseconds, durations milliseconds. */
export interface Task {
  readonly id: string;
  /** The id that a Workspace's own numbering gives it, such as `WEB-12`. */
  readonly customId: string | null;
  /** May be empty. */
  readonly name: string;
  /** Its page at ClickUp. */
  readonly url: string;
  readonly status: TaskStatus | null;
  readonly priority: TaskPriority | null;
  readonly due: TaskDate | null;
  readonly start: TaskDate | null;
  readonly assignees: readonly TaskPerson[];
  readonly tags: readonly string[];
  readonly workspaceId: string | null;
  readonly list: TaskPlace | null;
  /** Null for a List that stands in the Space itself: ClickUp gives such a List a hidden Folder. */
  readonly folder: TaskPlace | null;
  readonly space: TaskPlace | null;
  readonly parentId: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  /** When it reached a `closed` status; null while it is open. */
  readonly closedAt: number | null;
  /** When it reached a `done` or a `closed` status. */
  readonly doneAt: number | null;
  readonly timeEstimateMs: number | null;
  readonly timeSpentMs: number | null;
  readonly archived: boolean;
}
