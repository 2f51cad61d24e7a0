import type { RefObject } from 'react';
import type { Answer } from '../../../../electron/contract/requests.ts';
import type { JsonIndex } from '../../../data/json/json-index.ts';
import type { Reading } from '../../../data/readings.ts';
import { useServices } from '../../../data/services.ts';
import { type Store, useStore } from '../../../data/store.ts';
import type { AnswerView } from '../../../data/workbench.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { JsonTree, type TreeLink } from '../../../ui/json-tree/json-tree.tsx';
import { RawText } from '../../../ui/raw-text/raw-text.tsx';
import { Skeletons } from './skeletons.tsx';
import { FindBar } from './find-bar.tsx';
import { useFind } from './use-find.ts';

/** What the id of the panel under the tabs is. */
export const ANSWER_BODY = 'answer-body';

interface AnswerBodyProps {
  readonly answer: Answer;
  readonly reading: Store<Reading>;
  readonly view: AnswerView;
  readonly findField: RefObject<HTMLInputElement | null>;
  /** Where a value of the answer leads. */
  linkOf(index: JsonIndex, node: number): TreeLink | null;
}

/** The body of an answer: a tree, the text as it came, how it begins, or that there is none. */
export function AnswerBody(props: AnswerBodyProps) {
  const { strings } = useServices();
  const words = strings.requests.answer;
  const { body } = props.answer;
  switch (body.kind) {
    case 'empty':
      return <EmptyState title={words.noBody} advice={words.noBodyAdvice} />;
    case 'large':
      return (
        <>
          <p className="shrink-0 border-b border-line bg-warn-bg px-3 py-1.5 text-s">
            {words.large(props.answer.bytes)}
          </p>
          <Text {...props} text={body.head} />
        </>
      );
    case 'json':
    case 'text':
      return <Text {...props} text={body.text} />;
  }
}

function Text({
  answer,
  reading,
  view,
  text,
  findField,
  linkOf,
}: AnswerBodyProps & { text: string }) {
  const words = useServices().strings.requests;
  const json = useStore(reading, (state) => state.json);
  const isFinding = useStore(reading, (state) => state.search.isOpen);
  const isTree = view === 'tree' && json.kind === 'index';
  const find = useFind(text, isTree ? json.index : null, reading);
  const body = (): HTMLElement | null =>
    document.querySelector<HTMLElement>(`#${ANSWER_BODY} [tabindex="0"]`);
  const close = (): void => {
    const state = reading.read();
    reading.write({ ...state, search: { ...state.search, isOpen: false } });
    body()?.focus();
  };
  return (
    <>
      {isFinding && <FindBar find={find} reading={reading} field={findField} onClose={close} />}
      <div
        id={ANSWER_BODY}
        role={answer.body.kind === 'json' ? 'tabpanel' : undefined}
        aria-label={
          answer.body.kind === 'json' ? (isTree ? words.answer.tree : words.answer.raw) : undefined
        }
        className="min-h-0 flex-1"
      >
        {isTree ? (
          <JsonTree
            index={json.index}
            reading={reading}
            label={words.tree.label}
            pattern={find.pattern}
            match={find.nodeMatch}
            linkOf={(node) => linkOf(json.index, node)}
          />
        ) : view === 'tree' && json.kind === 'reading' ? (
          <Skeletons label={words.answer.reading} />
        ) : (
          <RawText
            text={text}
            label={words.answer.raw}
            reading={reading}
            matches={find.matches}
            match={find.match}
          />
        )}
      </div>
    </>
  );
}
