import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { OperationInfo } from '../../../electron/contract/operations.ts';
import { useForgetChoices, useNames } from '../../data/choices/use-choices.ts';
import type { Clock } from '../../data/clock.ts';
import { useServices, useSession } from '../../data/services.ts';
import { useStore } from '../../data/store.ts';
import { type Sheet, sheetOf, type Workbench } from '../../data/workbench.ts';
import { Button } from '../../ui/button.tsx';
import { hasMod } from '../../ui/keys.ts';
import { useKey } from '../../ui/use-key.ts';
import { AnswerPanel } from './answer/answer-panel.tsx';
import { type Composed, compose, readBody } from './compose.ts';
import { ConfirmStrip } from './confirm/confirm-strip.tsx';
import { whatChanges } from './confirm/what-changes.ts';
import { pathKey } from './fields/check-shape.ts';
import { tellMismatch } from './fields/tell.ts';
import { BackButton } from './follow/back-button.tsx';
import { PathLine } from './path-line.tsx';
import { ProgressLine } from './progress-line.tsx';
import { RequestForm } from './request-form.tsx';
import { CopyAs } from './snippets/copy-as.tsx';
import { snippetBodyOf } from './snippets/snippet-body.ts';

/** What a person is asked about: it counts only while the request is still that one. */
interface Question extends Pick<Sheet, 'values' | 'body' | 'file'> {
  readonly composed: Composed;
}

/** One operation: its address, what it takes, its answer. */
export function OperationPanel({
  operation,
  workbench,
}: {
  operation: OperationInfo;
  workbench: Workbench;
}) {
  const { strings, app, clock } = useServices();
  const { workspaceId } = useSession();
  const sheet = useStore(workbench, (state) => sheetOf(state, operation.id));
  const panel = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState<Question | null>(null);
  const names = useNames();
  const forgetChoices = useForgetChoices();
  const words = strings.requests;
  const composed = compose(operation, sheet, workspaceId);
  const isLasting = useLasting(clock, sheet.run.requestId);
  const isWrite = operation.method !== 'GET';
  const question =
    asked !== null &&
    asked.values === sheet.values &&
    asked.body === sheet.body &&
    asked.file === sheet.file
      ? asked
      : null;

  const find = (selector: string): HTMLElement | null =>
    panel.current?.querySelector<HTMLElement>(selector) ?? null;
  const focusSend = (): void => find('[data-send]')?.focus();
  const focusField = (key: string): void => {
    const field = find(`[data-field="${CSS.escape(key)}"]`);
    (field?.querySelector<HTMLElement>('.cm-content') ?? field)?.focus();
  };

  // Opening an operation leads to what it still needs, or else to Send.
  const begin = useEffectEvent(() =>
    (find('[data-needed="true"]') ?? find('[data-send]'))?.focus(),
  );
  useEffect(() => begin(), []);

  const dispatch = async ({ parameters, body }: Composed): Promise<void> => {
    if (body === null) return;
    setAsked(null);
    await workbench.send(operation.id, { parameters, body });
    // What was written may be among what pickers offer.
    if (isWrite) forgetChoices();
  };
  const send = (): void => {
    // What a field commits on the way here is in the store, not yet in this render.
    const now = sheetOf(workbench.read(), operation.id);
    if (now.run.requestId !== null) return;
    const request = compose(operation, now, workspaceId);
    workbench.change(operation.id, { attempted: true });
    const [wrong] = request.parameterProblems;
    if (wrong !== undefined) focusField(pathKey(wrong.path));
    else if (request.syntax !== null) focusField('body');
    else if (request.isFileMissing) focusField('file');
    else if (isWrite) setAsked({ ...now, composed: request });
    else void dispatch(request);
  };
  const correct = ({ composed: { bodyProblems }, body }: Question): void => {
    const [wrong] = bodyProblems;
    setAsked(null);
    if (wrong === undefined || body.kind === 'json') return focusField('body');
    // A field that is folded away has to be there first.
    workbench.change(operation.id, { folds: unfolding(sheet.folds, wrong.path) });
    requestAnimationFrame(() => focusField(pathKey(['body', ...wrong.path])));
  };
  useWanted(sheet.isWanted, () => {
    workbench.change(operation.id, { isWanted: false });
    send();
  });
  useKey((event) => {
    if (event.key !== 'Enter' || !hasMod(event, app.platform) || question !== null) return;
    event.preventDefault();
    send();
  });

  const asking = (one: Question) => {
    const reading = readBody(one.body);
    return (
      <ConfirmStrip
        method={operation.method}
        change={whatChanges(
          {
            operation,
            values: one.composed.values,
            body: reading.kind === 'value' ? reading.value : undefined,
          },
          names,
          (of) => words.picker.kind[of],
        )}
        doubts={one.composed.bodyProblems
          .filter(({ problem }) => problem !== 'unknown')
          .map((mismatch) => tellMismatch(mismatch, words))}
        onConfirm={() => void dispatch(one.composed).then(focusSend)}
        onCancel={() => {
          setAsked(null);
          requestAnimationFrame(focusSend);
        }}
        onCorrect={() => correct(one)}
      />
    );
  };
  return (
    <form
      ref={panel}
      // What is missing is told in its field, in our words, however the form is sent.
      noValidate
      aria-label={operation.title}
      className="@container flex min-w-0 flex-1 flex-col gap-2.5 px-5 pt-3 pb-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isLasting) workbench.cancel(operation.id);
        else send();
      }}
    >
      {question !== null ? (
        asking(question)
      ) : (
        <div className="grid min-h-20 min-w-0 shrink-0 content-between gap-2.5">
          <div className="min-w-0">
            <div className="flex h-6 min-w-0 items-center gap-3">
              <h2 className="min-w-0 flex-1 truncate text-l/snug font-semibold">
                {operation.title}
              </h2>
              {isLasting && <ProgressLine progress={sheet.run.progress} />}
              <BackButton workbench={workbench} />
            </div>
            <p className="truncate text-s text-ink-2" title={operation.about}>
              {operation.about}
            </p>
          </div>
          <div className="flex min-w-0 gap-2">
            <PathLine operation={operation} values={composed.parameters} />
            <CopyAs
              operation={operation}
              parameters={composed.parameters}
              body={snippetBodyOf(operation, composed.body, sheet.file)}
              onIncomplete={() => workbench.change(operation.id, { attempted: true })}
            />
            {/* One button for both, so that it keeps the focus. */}
            <Button
              submit
              size="l"
              room={14}
              data-send
              variant={isLasting ? 'default' : operation.method === 'DELETE' ? 'danger' : 'primary'}
              {...(isLasting ? {} : { keys: ['mod', 'enter'] as const })}
            >
              {isLasting ? words.cancel : words.send}
            </Button>
          </div>
        </div>
      )}
      <RequestForm
        operation={operation}
        sheet={sheet}
        composed={composed}
        workspaceId={workspaceId}
        workbench={workbench}
      />
      <AnswerPanel operation={operation} sheet={sheet} workbench={workbench} onRetry={send} />
    </form>
  );
}

/** Does once what was wanted of a sheet before it was open. */
function useWanted(isWanted: boolean, act: () => void): void {
  const perform = useEffectEvent(act);
  useEffect(() => {
    if (isWanted) perform();
  }, [isWanted]);
}

/** The folds with everything open that stands around a field of the body. */
const unfolding = (
  folds: Sheet['folds'],
  path: readonly (string | number)[],
): Readonly<Record<string, boolean>> => ({
  ...folds,
  ...Object.fromEntries(
    path.map((_step, depth) => [pathKey(['body', ...path.slice(0, depth), '*']), true]),
  ),
});

/** What ends sooner than this is not worth a way to cancel it. */
const LASTING_MS = 300;

/** Whether one and the same piece of work has been under way for a while; null is no work. */
function useLasting(clock: Clock, work: string | null): boolean {
  const [lasting, setLasting] = useState<string | null>(null);
  useEffect(
    () => (work === null ? undefined : clock.after(LASTING_MS, () => setLasting(work))),
    [clock, work],
  );
  return work !== null && lasting === work;
}
