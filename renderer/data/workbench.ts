import type { Bridge } from '../../electron/contract/contract.ts';
import type { ChosenFile } from '../../electron/contract/files.ts';
import type { PerchError } from '../../electron/contract/errors.ts';
import type {
  Answer,
  Parameters,
  RequestBody,
  RequestProgress,
} from '../../electron/contract/requests.ts';
import type { Json } from '../ui/json-tree/json.ts';
import { Failure, valueOf } from './bridge.ts';
import type { Clock } from './clock.ts';
import { createReadings, type Readings } from './readings.ts';
import { createStore, type Store } from './store.ts';
import { createTrail, type Trail } from './trail.ts';

/**
 * A body as it is being written: a value, through the form's controls, or a text, through the editor.
 * Undefined is a body of which nothing has been written.
 */
export type BodyDraft =
  | { readonly kind: 'form'; readonly value: Json | undefined }
  | { readonly kind: 'json'; readonly text: string };

/** What became of a request. */
export type Outcome =
  /** The id of the request is what its answer can be saved by. */
  | {
      readonly kind: 'answered';
      readonly requestId: string;
      readonly parameters: Parameters;
      readonly answer: Answer;
    }
  | { readonly kind: 'failed'; readonly error: PerchError };

/** Where an operation's request stands. While one runs, the outcome before it stays on screen. */
interface Run {
  readonly requestId: string | null;
  /** What main last told of the request under way. */
  readonly progress: RequestProgress | null;
  readonly outcome: Outcome | null;
}

export type AnswerView = 'tree' | 'raw';

/** Everything a person has done with one operation. */
export interface Sheet {
  /** What was given for each parameter, as JSON would carry it; what cannot be read stays a text. */
  readonly values: Readonly<Record<string, Json>>;
  readonly body: BodyDraft;
  readonly file: ChosenFile | null;
  /** The folds that were opened or closed by hand, by their path; the others are left to the screen. */
  readonly folds: Readonly<Record<string, boolean>>;
  /** Sending was tried, so that what is missing may be marked. */
  readonly attempted: boolean;
  readonly view: AnswerView;
  /** It was filled in from elsewhere and is to be sent as soon as it is open, as if a person had pressed Send. */
  readonly isWanted: boolean;
  readonly run: Run;
}

interface WorkbenchState {
  /** What the list on the left shows. */
  readonly side: 'operations' | 'history';
  readonly openId: string | null;
  readonly sheets: Readonly<Record<string, Sheet>>;
  /** How often a sheet was replaced, so that what shows it can begin afresh. */
  readonly replaced: number;
  /** The groups of the catalogue that are folded. */
  readonly folded: ReadonlySet<string>;
}

/** A sheet on which nothing was done. */
const BLANK: Sheet = {
  values: {},
  body: { kind: 'form', value: undefined },
  file: null,
  folds: {},
  attempted: false,
  view: 'tree',
  isWanted: false,
  run: { requestId: null, progress: null, outcome: null },
};

/** A sheet with a request filled in from elsewhere; `isWanted` has it sent once it is open. */
export const filledSheet = (filling: {
  readonly parameters: Parameters;
  readonly body?: string;
  readonly isWanted: boolean;
}): Sheet => ({
  ...BLANK,
  values: filling.parameters,
  body: filling.body === undefined ? BLANK.body : { kind: 'json', text: filling.body },
  isWanted: filling.isWanted,
});

/** The sheet of an operation, blank at first. The same reference while nothing was done. */
export const sheetOf = (state: WorkbenchState, operationId: string): Sheet =>
  state.sheets[operationId] ?? BLANK;

/** A request as it goes out, but for its id. */
export interface Sending {
  readonly parameters: Parameters;
  readonly body: RequestBody;
}

/** The Requests screen's memory. It outlives the screen, so an answer arrives wherever one is. */
export interface Workbench extends Pick<Store<WorkbenchState>, 'read' | 'subscribe'> {
  open(operationId: string): void;
  /** Shows the operations or the history on the left. */
  choose(side: WorkbenchState['side']): void;
  /** Opens an operation with another sheet than its own; a request of it that is under way is cancelled. */
  replace(operationId: string, sheet: Sheet): void;
  /** The way from answer to answer. */
  readonly trail: Trail;
  /** How the answers are being read. */
  readonly readings: Readings;
  /** Folds a group of the catalogue, or unfolds it. */
  fold(group: string): void;
  change(operationId: string, change: Partial<Omit<Sheet, 'run' | 'values'>>): void;
  /** Sets a parameter; undefined unsets it. */
  set(operationId: string, parameter: string, value: Json | undefined): void;
  /** Sends, unless this operation is already under way. A file goes with one request only. */
  send(operationId: string, request: Sending): Promise<void>;
  cancel(operationId: string): void;
}

interface WorkbenchParts {
  readonly bridge: Bridge;
  readonly clock: Pick<Clock, 'after'>;
  newId(): string;
  /** Whose drafts and answers these are. */
  readonly connectionId: string | null;
}

/** Makes an empty workbench for a connection. */
export function createWorkbench({ bridge, clock, newId }: WorkbenchParts): Workbench {
  const store = createStore<WorkbenchState>({
    side: 'operations',
    openId: null,
    sheets: {},
    replaced: 0,
    folded: new Set(),
  });

  const update = (operationId: string, change: (sheet: Sheet) => Sheet): void => {
    const state = store.read();
    const sheet = change(sheetOf(state, operationId));
    store.write({ ...state, sheets: { ...state.sheets, [operationId]: sheet } });
  };
  const runOf = (operationId: string): Run => sheetOf(store.read(), operationId).run;

  const cancel = (operationId: string): void => {
    const { requestId } = runOf(operationId);
    if (requestId !== null) void bridge.requests.cancel({ requestId });
  };

  const replace = (operationId: string, sheet: Sheet): void => {
    cancel(operationId);
    const { sheets, replaced, ...rest } = store.read();
    store.write({
      ...rest,
      openId: operationId,
      sheets: { ...sheets, [operationId]: sheet },
      replaced: replaced + 1,
    });
  };
  const trail = createTrail(replace);

  return {
    read: store.read,
    subscribe: store.subscribe,
    readings: createReadings(clock),
    trail,
    replace(operationId, sheet) {
      trail.end();
      replace(operationId, sheet);
    },
    open(operationId) {
      trail.end();
      store.write({ ...store.read(), openId: operationId });
    },
    choose: (side) => store.write({ ...store.read(), side }),
    fold(group) {
      const state = store.read();
      store.write({ ...state, folded: toggled(state.folded, group) });
    },
    change: (operationId, change) => update(operationId, (sheet) => ({ ...sheet, ...change })),
    set: (operationId, parameter, value) =>
      update(operationId, (sheet) => {
        const { [parameter]: _before, ...others } = sheet.values;
        return {
          ...sheet,
          values: value === undefined ? others : { ...others, [parameter]: value },
        };
      }),
    async send(operationId, request) {
      const before = runOf(operationId);
      if (before.requestId !== null) return;
      const requestId = newId();
      const isFile = request.body.kind === 'file';
      update(operationId, (sheet) => ({
        ...sheet,
        file: isFile ? null : sheet.file,
        run: { ...before, requestId, progress: null },
      }));
      const unsubscribe = bridge.on.requests.progress((told) => {
        if (told.requestId !== requestId || runOf(operationId).requestId !== requestId) return;
        update(operationId, (sheet) => ({
          ...sheet,
          run: { ...sheet.run, progress: told.progress },
        }));
      });
      const outcome = await outcomeOf(
        { requestId, parameters: request.parameters },
        valueOf(bridge.requests.send({ requestId, operationId, ...request })),
      );
      unsubscribe();
      // Another sheet took this one's place meanwhile: the answer is nobody's.
      if (runOf(operationId).requestId !== requestId) return;
      const wasCancelled = outcome.kind === 'failed' && outcome.error.kind === 'cancelled';
      update(operationId, (sheet) => ({
        ...sheet,
        run: {
          requestId: null,
          progress: null,
          outcome: wasCancelled ? (before.outcome ?? outcome) : outcome,
        },
      }));
    },
    cancel,
  };
}

async function outcomeOf(
  sent: { readonly requestId: string; readonly parameters: Parameters },
  answer: Promise<Answer>,
): Promise<Outcome> {
  try {
    return { kind: 'answered', ...sent, answer: await answer };
  } catch (thrown) {
    const error: PerchError = thrown instanceof Failure ? thrown.error : { kind: 'internal' };
    return { kind: 'failed', error };
  }
}

function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}
