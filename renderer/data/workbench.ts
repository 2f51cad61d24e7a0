import type { Bridge } from '../../electron/contract/contract.ts';
import type { PerchError } from '../../electron/contract/errors.ts';
import type { Answer, ParameterValue } from '../../electron/contract/requests.ts';
import { Failure, valueOf } from './bridge.ts';
import { createStore, type Store } from './store.ts';

/** What is typed into one parameter: a text as its control gives it, or the texts of a list. */
export type Draft = string | readonly string[];

type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: PerchError };

/** Where an operation's request stands. While one runs, the outcome before it stays on screen. */
interface Run {
  readonly requestId: string | null;
  readonly outcome: Outcome | null;
}

export type AnswerView = 'tree' | 'raw';

/** Everything a person has done with one operation. */
export interface Sheet {
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Whether optional parameters are unfolded; null leaves it to the screen. */
  readonly unfolded: boolean | null;
  /** Sending was tried, so that what is missing may be marked. */
  readonly attempted: boolean;
  readonly view: AnswerView;
  readonly run: Run;
}

interface WorkbenchState {
  readonly openId: string | null;
  readonly sheets: Readonly<Record<string, Sheet>>;
}

const BLANK: Sheet = {
  drafts: {},
  unfolded: null,
  attempted: false,
  view: 'tree',
  run: { requestId: null, outcome: null },
};

/** The sheet of an operation, blank at first. The same reference while nothing was done. */
export const sheetOf = (state: WorkbenchState, operationId: string): Sheet =>
  state.sheets[operationId] ?? BLANK;

/** The Requests screen's memory. It outlives the screen, so an answer arrives wherever one is. */
export interface Workbench extends Pick<Store<WorkbenchState>, 'read' | 'subscribe'> {
  open(operationId: string): void;
  change(operationId: string, change: Partial<Omit<Sheet, 'run' | 'drafts'>>): void;
  type(operationId: string, parameter: string, draft: Draft): void;
  /** Sends, unless this operation is already under way. */
  send(operationId: string, parameters: Readonly<Record<string, ParameterValue>>): Promise<void>;
  cancel(operationId: string): void;
}

interface WorkbenchParts {
  readonly bridge: Bridge;
  newId(): string;
  /** Whose drafts and answers these are. */
  readonly connectionId: string | null;
}

/** Makes an empty workbench for a connection. */
export function createWorkbench({ bridge, newId }: WorkbenchParts): Workbench {
  const store = createStore<WorkbenchState>({ openId: null, sheets: {} });

  const update = (operationId: string, change: (sheet: Sheet) => Sheet): void => {
    const state = store.read();
    const sheet = change(sheetOf(state, operationId));
    store.write({ ...state, sheets: { ...state.sheets, [operationId]: sheet } });
  };
  const runOf = (operationId: string): Run => sheetOf(store.read(), operationId).run;

  return {
    read: store.read,
    subscribe: store.subscribe,
    open: (operationId) => store.write({ ...store.read(), openId: operationId }),
    change: (operationId, change) => update(operationId, (sheet) => ({ ...sheet, ...change })),
    type: (operationId, parameter, draft) =>
      update(operationId, (sheet) => ({
        ...sheet,
        drafts: { ...sheet.drafts, [parameter]: draft },
      })),
    async send(operationId, parameters) {
      const before = runOf(operationId);
      if (before.requestId !== null) return;
      const requestId = newId();
      update(operationId, (sheet) => ({ ...sheet, run: { ...before, requestId } }));
      const outcome = await outcomeOf(
        valueOf(bridge.requests.send({ requestId, operationId, parameters })),
      );
      const wasCancelled = outcome.kind === 'failed' && outcome.error.kind === 'cancelled';
      update(operationId, (sheet) => ({
        ...sheet,
        run: { requestId: null, outcome: wasCancelled ? (before.outcome ?? outcome) : outcome },
      }));
    },
    cancel(operationId) {
      const { requestId } = runOf(operationId);
      if (requestId !== null) void bridge.requests.cancel({ requestId });
    },
  };
}

async function outcomeOf(answer: Promise<Answer>): Promise<Outcome> {
  try {
    return { kind: 'answered', answer: await answer };
  } catch (thrown) {
    const error: PerchError = thrown instanceof Failure ? thrown.error : { kind: 'internal' };
    return { kind: 'failed', error };
  }
}
