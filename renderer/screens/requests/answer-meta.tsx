import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Answer } from '../../../electron/contract/requests.ts';
import { copyText } from '../../data/copy-text.ts';
import { useServices } from '../../data/services.ts';
import type { AnswerView } from '../../data/workbench.ts';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';

const COPIED_MS = 1600;

const ICON = { size: 13, 'aria-hidden': true } as const;

interface AnswerMetaProps {
  readonly answer: Answer;
  readonly view: AnswerView;
  readonly controls: string;
  onView(view: AnswerView): void;
}

const toneOf = (status: number): string =>
  status >= 400
    ? 'text-bad bg-bad-bg'
    : status >= 300
      ? 'text-warn bg-warn-bg'
      : 'text-good bg-good-bg';

/** Status, time, size and budget of an answer, and how to look at it. */
export function AnswerMeta({ answer, view, controls, onView }: AnswerMetaProps) {
  const { strings } = useServices();
  const words = strings.requests.answer;
  const { status, statusText, budget, redacted, body } = answer;
  return (
    <div className="figures flex min-w-0 flex-1 items-center gap-3 text-s whitespace-nowrap text-ink-2">
      <span
        className={`max-w-[160px] truncate rounded-full px-2 py-0.5 font-semibold ${toneOf(status)}`}
        title={`${words.target} ${answer.target}`}
      >
        {`${status} ${statusText}`.trim()}
      </span>
      <span title={words.duration}>{strings.format.duration(answer.durationMs)}</span>
      <span title={words.size} className="@max-[420px]:hidden">
        {strings.format.bytes(answer.bytes)}
      </span>
      {redacted > 0 ? (
        <span className="truncate @max-[460px]:hidden">{words.redacted(redacted)}</span>
      ) : (
        budget !== null && (
          <span className="@max-[520px]:hidden">
            {words.budget(budget.remaining, budget.limit)}
          </span>
        )
      )}
      <span className="ml-auto flex items-center gap-1">
        {body.kind === 'json' && (
          <Tabs
            label={words.view}
            controls={controls}
            selected={view}
            onSelect={onView}
            tabs={[
              { name: 'tree', text: words.tree },
              { name: 'raw', text: words.raw },
            ]}
          />
        )}
        {body.kind !== 'empty' && <CopyButton text={body.text} />}
      </span>
    </div>
  );
}

/** Copies a text; the system may refuse, and then it says so. */
function CopyButton({ text }: { text: string }) {
  const { strings, clock } = useServices();
  const words = strings.requests.answer;
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    return clock.after(COPIED_MS, () => setState('idle'));
  }, [state, clock]);
  const copy = async (): Promise<void> => setState((await copyText(text)) ? 'copied' : 'failed');
  return (
    <>
      <Button
        variant="ghost"
        room={9}
        icon={state === 'copied' ? <Check {...ICON} className="text-good" /> : <Copy {...ICON} />}
        onClick={() => void copy()}
      >
        {state === 'idle' ? words.copy : state === 'copied' ? words.copied : words.copyFailed}
      </Button>
      <output className="sr-only">
        {state === 'copied' && words.copied}
        {state === 'failed' && words.copyFailed}
      </output>
    </>
  );
}
