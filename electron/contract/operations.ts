/**
 * What a value names. Perch offers a choice where it knows the values, and from an id in an answer
 * it leads to the operation that reads that thing.
 */
export type Reference =
  | 'workspace'
  | 'space'
  | 'folder'
  | 'list'
  | 'task'
  | 'user'
  | 'userGroup'
  | 'guest'
  | 'view'
  | 'goal'
  | 'keyResult'
  | 'checklist'
  | 'checklistItem'
  | 'comment'
  | 'customField'
  | 'customTaskType'
  | 'role'
  | 'status'
  | 'tag'
  | 'taskTemplate'
  | 'folderTemplate'
  | 'listTemplate'
  | 'timeEntry'
  | 'webhook'
  | 'doc'
  | 'page'
  | 'channel'
  | 'message';

/** What a value looks like. `timestamp` is Unix milliseconds, `id` an opaque text, `json` anything. */
export type Shape =
  | { readonly type: 'string' }
  | { readonly type: 'integer' }
  | { readonly type: 'number' }
  | { readonly type: 'boolean' }
  | { readonly type: 'timestamp' }
  | { readonly type: 'id'; readonly names: Reference }
  /** An id that ClickUp wants as a JSON number in a body; users' ids are, nearly all others are not. */
  | { readonly type: 'numericId'; readonly names: Reference }
  | { readonly type: 'choice'; readonly choices: readonly (string | number)[] }
  | { readonly type: 'list'; readonly of: Shape }
  | { readonly type: 'object'; readonly fields: readonly FieldInfo[] }
  | { readonly type: 'json' };

/** One named value: a parameter of the address or a field of a body. */
export interface FieldInfo {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  /** One sentence, or a few words; empty where the name says it all. */
  readonly about: string;
  /** Whether null is a value of its own, which usually clears the field. */
  readonly nullable?: boolean;
}

/** What travels below the headers. A `file` body is multipart: one file and a few fields beside it. */
export type BodyInfo =
  | { readonly kind: 'json'; readonly shape: Shape; readonly required: boolean }
  | { readonly kind: 'file'; readonly field: string; readonly fields: readonly FieldInfo[] };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of ClickUp's API, as data the renderer can show. */
export interface OperationInfo {
  readonly id: string;
  readonly method: Method;
  /** The path template below `/api`, such as `/v2/team/{team_id}/space`. */
  readonly path: string;
  readonly title: string;
  readonly about: string;
  /** The heading it stands under in ClickUp's reference. */
  readonly tag: string;
  /** Those that the path template names fill it; all others are the query's. */
  readonly parameters: readonly FieldInfo[];
  readonly body?: BodyInfo;
}

/** Whether a parameter fills the path; otherwise it belongs to the query. */
export const isInPath = (operation: Pick<OperationInfo, 'path'>, name: string): boolean =>
  operation.path.includes(`{${name}}`);

/** The TypeScript type of a shape's values, as they are handed to the client. */
export type ValueOf<S extends Shape> = S extends { type: 'string' }
  ? string
  : S extends { type: 'id' }
    ? string | number
    : S extends { type: 'integer' | 'number' | 'timestamp' | 'numericId' }
      ? number
      : S extends { type: 'boolean' }
        ? boolean
        : S extends { type: 'choice'; choices: readonly (infer Choice)[] }
          ? Choice
          : S extends { type: 'list'; of: infer Of extends Shape }
            ? readonly ValueOf<Of>[]
            : S extends { type: 'object'; fields: infer Fields extends readonly FieldInfo[] }
              ? ValuesOf<Fields>
              : unknown;

type FieldValue<F extends FieldInfo> =
  | ValueOf<F['shape']>
  | (F extends { nullable: true } ? null : never);

/** The values of a list of fields by name: required ones needed, all others optional. */
export type ValuesOf<Fields extends readonly FieldInfo[]> = {
  readonly [F in Fields[number] as F extends { required: true } ? F['name'] : never]: FieldValue<F>;
} & {
  readonly [
    F in Fields[number] as F extends { required: true } ? never : F['name']
  ]?: FieldValue<F>;
};

/** The parameters that an operation takes. */
export type ParametersOf<O extends OperationInfo> = ValuesOf<O['parameters']>;

/** The JSON body that an operation takes; undefined where it has none. */
export type BodyOf<O extends OperationInfo> = O extends {
  body: { kind: 'json'; shape: infer S extends Shape };
}
  ? ValueOf<S>
  : undefined;
