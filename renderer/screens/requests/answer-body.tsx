import { useMemo } from 'react';
import type { Answer } from '../../../electron/contract/requests.ts';
import { useStrings } from '../../data/services.ts';
import type { AnswerView } from '../../data/workbench.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { parseJson } from '../../ui/json-tree/json.ts';
import { JsonTree } from '../../ui/json-tree/json-tree.tsx';

/** Laying out more text than this takes longer than anyone would read it, in characters. */
const MOST_RAW = 200_000;

/** What the id of the panel under the tabs is. */
export const ANSWER_BODY = 'answer-body';

/** The body of an answer: a tree, the text as it came, or that there is none. */
export function AnswerBody({ answer, view }: { answer: Answer; view: AnswerView }) {
  const words = useStrings().requests;
  const { body } = answer;
  const parsed = useMemo(() => (body.kind === 'json' ? parseJson(body.text) : null), [body]);
  if (body.kind === 'empty')
    return <EmptyState title={words.answer.noBody} advice={words.answer.noBodyAdvice} />;
  const isTree = view === 'tree' && parsed !== null;
  return (
    <div
      id={ANSWER_BODY}
      role={body.kind === 'json' ? 'tabpanel' : undefined}
      aria-label={isTree ? words.answer.tree : words.answer.raw}
      className="min-h-0 flex-1"
    >
      {isTree ? (
        <JsonTree key={body.text} root={parsed.root} label={words.tree.label} />
      ) : (
        <Raw text={body.text} />
      )}
    </div>
  );
}

function Raw({ text }: { text: string }) {
  const words = useStrings().requests.answer;
  return (
    <div className="flex h-full flex-col">
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        className="selectable min-h-0 flex-1 overflow-auto px-3 py-2.5 font-mono text-s/relaxed break-all whitespace-pre-wrap -outline-offset-2"
      >
        {text.slice(0, MOST_RAW)}
      </pre>
      {text.length > MOST_RAW && (
        <p className="shrink-0 border-t border-line px-3 py-1.5 text-s text-ink-2">
          {words.cut(MOST_RAW, text.length)}
        </p>
      )}
    </div>
  );
}
