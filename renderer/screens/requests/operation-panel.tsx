import { useEffect, useRef, useState } from 'react';
import type { OperationInfo } from '../../../electron/contract/requests.ts';
import type { Clock } from '../../data/clock.ts';
import { useServices, useSession } from '../../data/services.ts';
import { useStore } from '../../data/store.ts';
import { sheetOf, type Workbench } from '../../data/workbench.ts';
import { Button } from '../../ui/button.tsx';
import { hasMod } from '../../ui/keys.ts';
import { useKey } from '../../ui/use-key.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { ParameterForm } from './parameter-form.tsx';
import { collect } from './parameters.ts';
import { PathLine } from './path-line.tsx';

/** One operation: its address, its parameters, its answer. */
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
  const words = strings.requests;
  const { values, problems } = collect(operation, sheet.drafts, workspaceId);
  const isLasting = useLasting(clock, sheet.run.requestId);

  // Opening an operation leads to what it still needs, or else to Send.
  useEffect(() => {
    const needed = panel.current?.querySelector<HTMLElement>('[data-needed="true"]');
    (needed ?? panel.current?.querySelector<HTMLElement>('[data-send]'))?.focus();
  }, []);

  const send = (): void => {
    // What a list field commits on the way here is in the store, not yet in this render.
    const { drafts } = sheetOf(workbench.read(), operation.id);
    const now = collect(operation, drafts, workspaceId);
    workbench.change(operation.id, { attempted: true });
    const [first] = now.problems.keys();
    if (first === undefined) void workbench.send(operation.id, now.values);
    else
      panel.current?.querySelector<HTMLElement>(`[data-parameter="${CSS.escape(first)}"]`)?.focus();
  };
  useKey((event) => {
    if (event.key !== 'Enter' || !hasMod(event, app.platform)) return;
    event.preventDefault();
    send();
  });

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
      <div className="shrink-0">
        <h2 className="truncate text-l/snug font-semibold">{operation.title}</h2>
        <p className="truncate text-s text-ink-2" title={operation.about}>
          {operation.about}
        </p>
      </div>
      <div className="flex shrink-0 gap-2">
        <PathLine operation={operation} values={values} />
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
      <ParameterForm
        operation={operation}
        sheet={sheet}
        problems={problems}
        workbench={workbench}
      />
      <AnswerPanel
        sheet={sheet}
        onView={(view) => workbench.change(operation.id, { view })}
        onRetry={send}
      />
    </form>
  );
}

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
