import { Check, Copy, Download, Search } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Answer } from '../../../../electron/contract/requests.ts';
import { valueOf } from '../../../data/bridge.ts';
import { copyText } from '../../../data/copy-text.ts';
import { explain } from '../../../data/errors.ts';
import { useServices } from '../../../data/services.ts';
import type { AnswerView } from '../../../data/workbench.ts';
import { Failure } from '../../../data/bridge.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { AnswerDetails } from './answer-details.tsx';

/** Milliseconds for which it is told what was done. */
const TOLD_MS = 2400;

const ICON = { size: 14, 'aria-hidden': true } as const;

interface AnswerMetaProps {
  readonly answer: Answer;
  /** The request that it answers, by which it can be saved. */
  readonly requestId: string;
  readonly view: AnswerView;
  readonly controls: string;
  onView(view: AnswerView): void;
  onFind(): void;
}

const toneOf = (status: number): string =>
  status >= 400
    ? 'text-bad bg-bad-bg'
    : status >= 300
      ? 'text-warn bg-warn-bg'
      : 'text-good bg-good-bg';

/** Status, time, size and budget of an answer, and what to do with it. */
export function AnswerMeta(props: AnswerMetaProps) {
  const { answer, requestId, view, controls, onView, onFind } = props;
  const words = useServices().strings.requests.answer;
  const { status, statusText, redacted, body } = answer;
  return (
    <div className="figures flex min-w-0 flex-1 items-center gap-2 text-s whitespace-nowrap text-ink-2">
      <span
        className={`max-w-[160px] min-w-[44px] truncate rounded-full px-2 py-0.5 font-semibold ${toneOf(status)}`}
        title={`${status} ${statusText}`.trim()}
      >
        {`${status} ${statusText}`.trim()}
      </span>
      <AnswerDetails answer={answer} />
      {redacted > 0 && (
        <span className="truncate @max-[480px]:hidden">{words.redacted(redacted)}</span>
      )}
      <span className="ml-auto flex shrink-0 items-center">
        {body.kind === 'json' && (
          <span className="mr-1.5 flex">
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
          </span>
        )}
        {body.kind !== 'empty' && (
          <IconButton label={words.find.open} onClick={onFind}>
            <Search {...ICON} />
          </IconButton>
        )}
        {(body.kind === 'json' || body.kind === 'text') && <CopyAnswer text={body.text} />}
        {body.kind !== 'empty' && <SaveAnswer key={requestId} requestId={requestId} />}
      </span>
    </div>
  );
}

/** What a button did, for a moment; null while nothing was done. */
function useTold(): readonly [string | null, (text: string | null) => void] {
  const { clock } = useServices();
  const [told, setTold] = useState<string | null>(null);
  useEffect(
    () => (told === null ? undefined : clock.after(TOLD_MS, () => setTold(null))),
    [told, clock],
  );
  return [told, setTold];
}

/** A button that tells what it did by a tick, and in words to those who point at it or listen. */
function TellingButton(props: {
  readonly label: string;
  readonly told: string | null;
  readonly icon: ReactNode;
  onClick(): void;
}) {
  return (
    <>
      <IconButton label={props.told ?? props.label} onClick={props.onClick}>
        {props.told === null ? props.icon : <Check {...ICON} className="text-good" />}
      </IconButton>
      <output className="sr-only">{props.told}</output>
    </>
  );
}

function CopyAnswer({ text }: { text: string }) {
  const words = useServices().strings.requests.answer;
  const [told, tell] = useTold();
  const copy = async (): Promise<void> =>
    tell((await copyText(text)) ? words.copied : words.copyFailed);
  return (
    <TellingButton
      label={words.copy}
      told={told}
      icon={<Copy {...ICON} />}
      onClick={() => void copy()}
    />
  );
}

/** Saves the answer where the person says; what stands in the way is told beside the button. */
function SaveAnswer({ requestId }: { requestId: string }) {
  const { bridge, strings, clock } = useServices();
  const words = strings.requests.answer;
  const [told, tell] = useTold();
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setProblem(null);
    try {
      const saved = await valueOf(bridge.files.saveAnswer({ requestId }));
      if (saved !== null) tell(words.saved(saved.name));
    } catch (thrown) {
      const error = thrown instanceof Failure ? thrown.error : ({ kind: 'internal' } as const);
      const { title, advice } = explain(error, strings, clock.now());
      setProblem(`${title}. ${advice}`);
    }
  };
  return (
    <>
      <TellingButton
        label={words.save}
        told={told}
        icon={<Download {...ICON} className={problem === null ? undefined : 'text-bad'} />}
        onClick={() => void save()}
      />
      {problem !== null && (
        <span
          role="alert"
          title={problem}
          className="max-w-[120px] truncate text-xs text-bad @max-[480px]:sr-only"
        >
          {problem}
        </span>
      )}
    </>
  );
}
