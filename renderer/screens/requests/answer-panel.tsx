import { Inbox, PackageOpen } from 'lucide-react';
import { useNow } from '../../data/clock.ts';
import { explain } from '../../data/errors.ts';
import { useServices, useStrings } from '../../data/services.ts';
import type { AnswerView, Sheet } from '../../data/workbench.ts';
import { useGo } from '../../app/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ANSWER_BODY, AnswerBody } from './answer-body.tsx';
import { AnswerMeta } from './answer-meta.tsx';
import { clickUpSaid } from './clickup-said.ts';
import { isSampleGap } from './sample-gap.ts';
import type { PerchError } from '../../../electron/contract/errors.ts';

interface AnswerPanelProps {
  readonly sheet: Sheet;
  onView(view: AnswerView): void;
  onRetry(): void;
}

/** Where the answer appears. It has its place from the start, so nothing moves when one comes. */
export function AnswerPanel({ sheet, onView, onRetry }: AnswerPanelProps) {
  const words = useStrings().requests.answer;
  const { requestId, outcome } = sheet.run;
  const isRunning = requestId !== null;
  const answered = outcome?.kind === 'answered' ? outcome.answer : null;
  const isCancelled = outcome?.kind === 'failed' && outcome.error.kind === 'cancelled';
  const isGap = answered !== null && isSampleGap(answered);
  const answer = isGap ? null : answered;
  return (
    <section
      aria-label={words.title}
      aria-busy={isRunning}
      className="flex min-h-0 flex-1 flex-col gap-2"
    >
      <div className="flex h-7 shrink-0 items-center">
        {answer === null ? (
          <span className="text-s font-semibold text-ink-2">{words.title}</span>
        ) : (
          <AnswerMeta answer={answer} view={sheet.view} onView={onView} controls={ANSWER_BODY} />
        )}
      </div>
      <div className="relative flex min-h-0 flex-1 flex-col overflow-hidden rounded-m border border-line bg-surface">
        {isRunning && (
          <div className="progress">
            <i />
          </div>
        )}
        <output className="sr-only">{isRunning && words.waiting}</output>
        {outcome === null && isRunning && <Waiting />}
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
        {answer !== null && (
          <>
            <Said said={clickUpSaid(answer)} />
            <AnswerBody answer={answer} view={sheet.view} />
          </>
        )}
      </div>
    </section>
  );
}

const LINES = [
  [0, 64],
  [16, 148],
  [32, 220],
  [32, 176],
  [32, 260],
  [32, 132],
  [16, 96],
] as const;

/** The outline of an answer; it comes after 300 ms, so a quick answer has none. */
function Waiting() {
  return (
    <div aria-hidden className="late grid gap-2.5 px-4 py-4">
      {LINES.map(([indent, width]) => (
        <span key={width} className="flex" style={{ paddingLeft: indent }}>
          <Skeleton width={width} />
        </span>
      ))}
    </div>
  );
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
  return (
    <ErrorNote
      explanation={explain(error, strings, now)}
      busy={isRunning}
      actions={{
        retry: onRetry,
        newToken: () => go('connect'),
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
