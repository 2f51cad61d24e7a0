import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Answer, Attempt } from '../../../../electron/contract/requests.ts';
import { useNow } from '../../../data/clock.ts';
import { useServices } from '../../../data/services.ts';
import { Meter } from '../../../ui/meter.tsx';

/** Time, size and budget of an answer in a line, and behind it how each attempt went. */
export function AnswerDetails({ answer }: { answer: Answer }) {
  const { strings } = useServices();
  const words = strings.requests.answer;
  const { budget, attempts, redacted } = answer;
  return (
    <Popover.Root>
      <Popover.Trigger
        type="button"
        title={words.details}
        className="fade group/details flex h-6 min-w-0 items-center gap-2.5 rounded-s px-1.5 hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink"
      >
        <span>{strings.format.duration(answer.durationMs)}</span>
        <span className="@max-[410px]:hidden">{strings.format.bytes(answer.bytes)}</span>
        {attempts.length > 1 && (
          <span className="text-warn @max-[540px]:hidden">{words.attempts(attempts.length)}</span>
        )}
        {budget !== null && redacted === 0 && (
          <span className="@max-[500px]:hidden">
            {words.budget(budget.remaining, budget.limit)}
          </span>
        )}
        <ChevronDown aria-hidden size={12} className="-ml-1 shrink-0 text-ink-3" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={words.details}
          className="menu selectable figures z-10 w-[320px] rounded-m border border-line-strong bg-raised p-3 text-s shadow-l outline-none"
        >
          <Details answer={answer} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Details({ answer }: { answer: Answer }) {
  const { strings, clock } = useServices();
  const now = useNow(clock);
  const words = strings.requests.answer;
  const { budget } = answer;
  return (
    <div className="grid gap-3">
      <section aria-label={words.timing.title}>
        <Heading>{words.timing.title}</Heading>
        <ol className="grid gap-1">
          {answer.attempts.map((attempt, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- attempts have no other identity than their place
            <Tried key={place} attempt={attempt} number={place + 1} />
          ))}
        </ol>
      </section>
      {budget !== null && (
        <section aria-label={words.timing.budget}>
          <Heading>{words.timing.budget}</Heading>
          <p className="flex items-center gap-2">
            <Meter label={words.timing.budget} value={budget.remaining} max={budget.limit} />
            {words.budget(budget.remaining, budget.limit)}
            {budget.resetAt !== null && budget.resetAt > now && (
              <span className="ml-auto text-ink-2">{words.timing.whole(budget.resetAt, now)}</span>
            )}
          </p>
        </section>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line pt-3">
        <Fact name={words.timing.size}>{strings.format.bytes(answer.bytes)}</Fact>
        <Fact name={words.timing.type}>{answer.contentType ?? words.timing.noType}</Fact>
        <Fact name={words.timing.sentTo}>
          <span className="font-mono wrap-anywhere">{answer.target}</span>
        </Fact>
      </dl>
    </div>
  );
}

function Heading({ children }: { children: ReactNode }) {
  return <h3 className="mb-1.5 text-xs font-semibold text-ink-3">{children}</h3>;
}

function Tried({ attempt, number }: { attempt: Attempt; number: number }) {
  const words = useServices().strings.requests.answer.timing;
  const { outcome, waitedMs, durationMs } = attempt;
  const isGood = outcome.kind === 'answered' && outcome.status < 400;
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)_auto] items-baseline gap-2">
      <span className="text-ink-3">{words.attempt(number)}</span>
      <span className={isGood ? 'text-good' : 'text-bad'}>
        {outcome.kind === 'answered'
          ? outcome.status
          : (words.failed[outcome.error] ?? words.failedOtherwise)}
      </span>
      <span className="text-ink-2">
        {waitedMs >= 1 && `${words.waited(waitedMs)}, `}
        {words.took(durationMs)}
      </span>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
