import { Inbox, PackageOpen } from 'lucide-react';
import { useRef } from 'react';
import type { PerchError } from '../../../../electron/contract/errors.ts';
import type { OperationInfo } from '../../../../electron/contract/operations.ts';
import type { Answer } from '../../../../electron/contract/requests.ts';
import { useGo } from '../../../app/navigation.ts';
import { useNow } from '../../../data/clock.ts';
import { explain } from '../../../data/errors.ts';
import { useServices, useSession, useStrings } from '../../../data/services.ts';
import { activeConnection } from '../../../data/session-store.ts';
import type { Sheet, Workbench } from '../../../data/workbench.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { hasMod } from '../../../ui/keys.ts';
import { useKey } from '../../../ui/use-key.ts';
import { useLinks } from '../follow/use-links.ts';
import { ANSWER_BODY, AnswerBody } from './answer-body.tsx';
import { AnswerMeta } from './answer-meta.tsx';
import { clickUpSaid } from './clickup-said.ts';
import { isSampleGap } from './sample-gap.ts';
import { Skeletons } from './skeletons.tsx';

interface AnswerPanelProps {
  readonly operation: OperationInfo;
  readonly sheet: Sheet;
  readonly workbench: Workbench;
  onRetry(): void;
}

/** Where the answer appears. It has its place from the start, so nothing moves when one comes. */
export function AnswerPanel({ operation, sheet, workbench, onRetry }: AnswerPanelProps) {
  const words = useStrings().requests.answer;
  const { requestId, outcome } = sheet.run;
  const isRunning = requestId !== null;
  const answered = outcome?.kind === 'answered' ? outcome : null;
  const isCancelled = outcome?.kind === 'failed' && outcome.error.kind === 'cancelled';
  const isGap = answered !== null && isSampleGap(answered.answer);
  const shown = isGap ? null : answered;
  const findField = useRef<HTMLInputElement>(null);
  const links = useLinks(operation, sheet, workbench);
  return (
    <section
      aria-label={words.title}
      aria-busy={isRunning}
      className="flex min-h-0 flex-1 flex-col gap-2"
    >
      <div className="flex h-7 shrink-0 items-center">
        {shown === null ? (
          <span className="text-s font-semibold text-ink-2">{words.title}</span>
        ) : (
          <AnswerMeta
            answer={shown.answer}
            requestId={shown.requestId}
            view={sheet.view}
            controls={ANSWER_BODY}
            onView={(view) => workbench.change(operation.id, { view })}
            onFind={() => openSearch(workbench, shown.answer, findField.current)}
          />
        )}
      </div>
      <div className="relative flex min-h-0 flex-1 flex-col overflow-hidden rounded-m border border-line bg-surface">
        {isRunning && (
          <div className="progress">
            <i />
          </div>
        )}
        <output className="sr-only">{isRunning && words.waiting}</output>
        {outcome === null && isRunning && <Skeletons />}
        {outcome === null && !isRunning && (
          <EmptyState
            icon={<Inbox aria-hidden size={24} strokeWidth={1.4} />}
            title={words.empty}
            advice={words.emptyAdvice}
          />
        )}
        {isCancelled && <Cancelled onRetry={onRetry} />}
        {outcome?.kind === 'failed' && !isCancelled && (
          <div className="p-2.5">
            <Failed error={outcome.error} isRunning={isRunning} onRetry={onRetry} />
          </div>
        )}
        {isGap && <SampleGap />}
        {shown !== null && (
          <>
            <Said said={clickUpSaid(shown.answer)} />
            <FindKey onFind={() => openSearch(workbench, shown.answer, findField.current)} />
            <AnswerBody
              key={shown.requestId}
              answer={shown.answer}
              reading={workbench.readings.of(shown.answer)}
              view={sheet.view}
              findField={findField}
              linkOf={links}
            />
          </>
        )}
      </div>
    </section>
  );
}

/** Opens the search in an answer, or goes to it. */
function openSearch(workbench: Workbench, answer: Answer, field: HTMLInputElement | null): void {
  const reading = workbench.readings.of(answer);
  const state = reading.read();
  if (state.search.isOpen) field?.select();
  else reading.write({ ...state, search: { ...state.search, isOpen: true } });
}

/** Hears the shortcut for searching while there is an answer; an editor's own search comes first. */
function FindKey({ onFind }: { onFind(): void }) {
  const { app } = useServices();
  useKey((event) => {
    if (event.key.toLowerCase() !== 'f' || !hasMod(event, app.platform)) return;
    if (event.shiftKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    onFind();
  });
  return null;
}

interface FailedProps {
  readonly error: PerchError;
  readonly isRunning: boolean;
  onRetry(): void;
}

function Failed({ error, isRunning, onRetry }: FailedProps) {
  const { strings, clock, bridge } = useServices();
  const go = useGo();
  const now = useNow(clock);
  const kind = activeConnection(useSession())?.kind;
  return (
    <ErrorNote
      explanation={explain(error, strings, now, kind)}
      busy={isRunning}
      actions={{
        retry: onRetry,
        newToken: () => go('connect', 'personal'),
        signInAgain: () => go('connect', 'oauth'),
        unlock: () => void bridge.connections.retryVault().then(onRetry),
      }}
    />
  );
}

/** What a person has stopped is no error, so it does not look like one. */
function Cancelled({ onRetry }: { onRetry(): void }) {
  const { cancelled, actions } = useStrings().errors;
  return (
    <EmptyState title={cancelled.title} advice={cancelled.advice}>
      <Button onClick={onRetry}>{actions.retry}</Button>
    </EmptyState>
  );
}

/** The sample server lacks the operation: no error of anyone's, so it does not look like one. */
function SampleGap() {
  const words = useStrings().requests.answer.sampleGap;
  const go = useGo();
  return (
    <EmptyState
      icon={<PackageOpen aria-hidden size={24} strokeWidth={1.4} />}
      title={words.title}
      advice={words.advice}
    >
      <Button onClick={() => go('connect')}>{words.action}</Button>
    </EmptyState>
  );
}

function Said({ said }: { said: ReturnType<typeof clickUpSaid> }) {
  const words = useStrings().errors;
  if (said === null) return null;
  return (
    <p className="selectable flex shrink-0 items-baseline gap-2 border-b border-line bg-bad-bg px-3 py-1.5 text-s">
      <span className="min-w-0 break-words">
        {words.said} <q>{said.sentence}</q>
      </span>
      {said.ecode !== null && (
        <code className="ml-auto shrink-0 font-mono text-xs text-ink-2">{said.ecode}</code>
      )}
    </p>
  );
}
