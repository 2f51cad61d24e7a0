import { useState } from 'react';
import type { BodyInfo, OperationInfo } from '../../../../electron/contract/operations.ts';
import { assertNever } from '../../../data/assert-never.ts';
import { withField } from '../../../data/json-text.ts';
import { useStrings } from '../../../data/services.ts';
import type { BodyDraft, Sheet, Workbench } from '../../../data/workbench.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import type { Mismatch } from '../fields/check-shape.ts';
import { Field, FieldList } from '../fields/field-list.tsx';
import { readBody, switched } from '../compose.ts';
import { FileField } from './file-field.tsx';
import { LateJsonEditor } from './late-json-editor.tsx';

interface BodySectionProps {
  readonly operation: OperationInfo;
  readonly body: BodyInfo;
  readonly sheet: Sheet;
  readonly workbench: Workbench;
  readonly mismatches: readonly Mismatch[];
}

const PANEL = 'request-body';

/** Where paths of the body begin in the form. */
const AT = ['body'] as const;

/** What travels below the headers: as a form, as JSON, or as a file. */
export function BodySection(props: BodySectionProps) {
  const { operation, body, sheet, workbench } = props;
  switch (body.kind) {
    case 'json':
      return <JsonBody {...props} body={body} />;
    case 'file':
      return (
        <section className="grid min-w-0 gap-1.5">
          <FileField
            name={body.field}
            file={sheet.file}
            isMissing={sheet.attempted && sheet.file === null}
            onChoose={(file) => workbench.change(operation.id, { file })}
          />
          {body.fields.length > 0 && (
            <FormFields {...props} shape={{ type: 'object', fields: body.fields }} />
          )}
        </section>
      );
    default:
      return assertNever(body);
  }
}

type JsonInfo = Extract<BodyInfo, { kind: 'json' }>;

function JsonBody(props: BodySectionProps & { readonly body: JsonInfo }) {
  const { operation, body, sheet, workbench, mismatches } = props;
  const words = useStrings().requests.body;
  const [isStuck, setStuck] = useState(false);
  const draft = sheet.body;
  const reading = readBody(draft);
  const write = (next: BodyDraft): void => {
    setStuck(false);
    workbench.change(operation.id, { body: next });
  };
  const other = mismatches.filter(({ problem }) => problem === 'unknown').length;
  const turn = (kind: BodyDraft['kind']): void => {
    if (kind === draft.kind) return;
    const next = switched(draft);
    // Fields cannot show what is no object: it would be lost at the first keystroke.
    const isObject = next?.kind !== 'form' || isShownBy(body, next);
    if (next === null || !isObject) setStuck(true);
    else write(next);
  };
  return (
    <section aria-label={words.title} className="grid min-w-0 gap-1.5 pt-1">
      <div className="flex h-7 min-w-0 items-center gap-2">
        <h3 className="shrink-0 text-s font-semibold text-ink-2">
          {words.title}
          {!body.required && <span className="ml-1 font-normal">{words.optional}</span>}
        </h3>
        {isStuck && draft.kind === 'json' ? (
          <p role="alert" className="min-w-0 truncate text-s text-bad">
            {reading.kind === 'broken' ? words.broken(reading.problem) : words.noObject}
          </p>
        ) : (
          draft.kind === 'form' &&
          other > 0 && <p className="min-w-0 truncate text-s text-ink-3">{words.kept(other)}</p>
        )}
        <span className="ml-auto flex shrink-0">
          <Tabs
            label={words.view}
            controls={PANEL}
            selected={draft.kind}
            onSelect={turn}
            tabs={[
              { name: 'form', text: words.form },
              { name: 'json', text: words.json },
            ]}
          />
        </span>
      </div>
      <div
        id={PANEL}
        role="tabpanel"
        aria-label={draft.kind === 'form' ? words.form : words.json}
        className="grid min-w-0 gap-1.5"
      >
        {draft.kind === 'form' ? (
          <FormFields {...props} shape={body.shape} />
        ) : (
          <LateJsonEditor
            text={draft.text}
            shape={body.shape}
            onChange={(text) => write({ kind: 'json', text })}
          />
        )}
      </div>
    </section>
  );
}

const isShownBy = ({ shape }: JsonInfo, { value }: Extract<BodyDraft, { kind: 'form' }>): boolean =>
  value === undefined ||
  (shape.type === 'object'
    ? typeof value === 'object' && value !== null && !Array.isArray(value)
    : shape.type !== 'list' || Array.isArray(value));

function FormFields({
  operation,
  sheet,
  workbench,
  shape,
}: BodySectionProps & { readonly shape: JsonInfo['shape'] }) {
  const words = useStrings().requests;
  const value = sheet.body.kind === 'form' ? sheet.body.value : undefined;
  const write = (next: typeof value): void =>
    workbench.change(operation.id, { body: { kind: 'form', value: next } });
  if (shape.type !== 'object' || shape.fields.length === 0)
    return (
      <Field
        path={AT}
        field={{ name: words.body.value, shape, required: true, about: '' }}
        value={value}
        onChange={write}
      />
    );
  return (
    <FieldList
      path={AT}
      fields={shape.fields}
      values={value}
      foldText={words.optionalFields}
      setText={words.optionalSet}
      onChange={(name, next) => {
        const changed = withField(value, name, next);
        write(Object.keys(changed).length === 0 ? undefined : changed);
      }}
    />
  );
}
