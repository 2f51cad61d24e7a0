import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, forceLinting, linter } from '@codemirror/lint';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder, tooltips } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Shape } from '../../../../electron/contract/operations.ts';
import { completeByShape } from './complete.ts';
import { EDITOR_THEME, HIGHLIGHTS } from './editor-theme.ts';

interface JsonEditorProps {
  readonly id: string;
  readonly text: string;
  readonly shape: Shape;
  readonly label: string;
  readonly hint: string;
  /** Marks styles as the app's own, as the content policy asks. */
  readonly nonce: string;
  /** What is wrong with a text, in words, and where. */
  check(state: EditorState): readonly Diagnostic[];
  describe(shape: Shape): string;
  onChange(text: string): void;
}

/** How long after a keystroke what is wrong is told, in milliseconds. */
const CHECK_AFTER_MS = 250;

/** Enter with the platform's modifier sends the request; the editor has another use for it. */
const KEYS = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');

/** A JSON editor that knows the shape of what is written in it. */
export function JsonEditor(props: JsonEditorProps) {
  const { id, text, shape, label, hint, nonce } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const changed = useEffectEvent(props.onChange);
  const check = useEffectEvent(props.check);
  const describe = useEffectEvent(props.describe);
  const first = useEffectEvent(() => text);

  useEffect(() => {
    if (place.current === null) return undefined;
    const extensions: readonly Extension[] = [
      EditorView.cspNonce.of(nonce),
      EditorView.contentAttributes.of({ 'aria-label': label, id }),
      tooltips({ position: 'fixed' }),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      json(),
      syntaxHighlighting(HIGHLIGHTS),
      EDITOR_THEME,
      placeholder(hint),
      autocompletion({
        override: [completeByShape(shape, (one) => describe(one))],
        icons: false,
        maxRenderedOptions: 60,
      }),
      linter((view) => check(view.state), { delay: CHECK_AFTER_MS }),
      // Whoever leaves the editor is told at once.
      EditorView.domEventHandlers({ blur: (_event, view) => forceLinting(view) }),
      Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...KEYS]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed(update.state.doc.toString());
      }),
    ];
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({ doc: first(), extensions }),
    });
    editor.current = view;
    return () => {
      editor.current = null;
      view.destroy();
    };
  }, [id, label, hint, nonce, shape]);

  // What comes from elsewhere, as when a request is taken out of the history.
  useEffect(() => {
    const view = editor.current;
    if (view === null || view.state.doc.toString() === text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }, [text]);

  return (
    <div
      ref={place}
      data-field="body"
      className="fade selectable overflow-hidden rounded-m border border-line-strong bg-field text-s focus-within:border-transparent focus-within:outline-2 focus-within:outline-accent"
    />
  );
}
