import { useId } from 'react';
import type { Shape } from '../../../../electron/contract/operations.ts';
import { useStrings } from '../../../data/services.ts';
import { useLoaded } from '../../../data/use-loaded.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { tellMismatch, tellShape } from '../fields/tell.ts';

const loadEditor = async () => {
  const [{ JsonEditor }, { checkText }] = await Promise.all([
    import('./json-editor.tsx'),
    import('./check-text.ts'),
  ]);
  return { JsonEditor, checkText };
};

/** The nonce of this page, which the root found in it too. */
const nonceOf = (page: Document): string =>
  page.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

interface LateJsonEditorProps {
  readonly text: string;
  readonly shape: Shape;
  onChange(text: string): void;
}

/** The JSON editor, fetched when a body is first written in it: it is larger than all of the screen. */
export function LateJsonEditor({ text, shape, onChange }: LateJsonEditorProps) {
  const strings = useStrings().requests;
  const words = strings.body;
  const id = useId();
  const parts = useLoaded(loadEditor, true);
  if (parts === null)
    return (
      <div
        aria-hidden
        className="grid min-h-[108px] content-start gap-2.5 rounded-m border border-line-strong bg-field p-2.5"
      >
        <Skeleton width={64} />
        <Skeleton width={148} />
      </div>
    );
  const { JsonEditor, checkText } = parts;
  return (
    <JsonEditor
      id={id}
      text={text}
      shape={shape}
      label={words.editor}
      hint={words.hint}
      nonce={nonceOf(document)}
      describe={(one) => tellShape(one, strings)}
      check={(state) =>
        checkText(state, shape, {
          syntax: words.fault,
          mismatch: (mismatch) => tellMismatch(mismatch, strings),
        })
      }
      onChange={onChange}
    />
  );
}
