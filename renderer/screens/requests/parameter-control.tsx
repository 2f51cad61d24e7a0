import type { ParameterInfo } from '../../../electron/contract/requests.ts';
import { assertNever } from '../../data/assert-never.ts';
import { useSession, useStrings } from '../../data/services.ts';
import { activeConnection } from '../../data/session-store.ts';
import type { Draft } from '../../data/workbench.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ChipsField } from '../../ui/chips-field.tsx';
import { InlineField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { readDraft } from './parameters.ts';

interface ParameterControlProps {
  readonly id: string;
  readonly parameter: ParameterInfo;
  readonly draft: Draft;
  /** What is wrong, in words. */
  readonly problem: string | null;
  readonly describedBy: string;
  onChange(draft: Draft): void;
}

/** The control that fits a parameter's type. */
export function ParameterControl(props: ParameterControlProps) {
  const { id, parameter, draft, problem, describedBy, onChange } = props;
  const words = useStrings().requests;
  const session = useSession();
  const text = typeof draft === 'string' ? draft : '';
  const common = {
    id,
    problem,
    'aria-describedby': describedBy,
    'data-parameter': parameter.name,
    'data-needed': parameter.required && draft.length === 0,
    required: parameter.required,
  };
  const unset = { value: '', text: words.unset };
  const workspaces = activeConnection(session)?.workspaces ?? [];

  if (parameter.fill === 'workspace' && workspaces.length > 0) {
    const chosen = workspaces.find((workspace) => workspace.id === text);
    return (
      <Select
        {...common}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        leading={chosen && <Avatar {...chosen} shape="square" size="xs" />}
        options={[
          ...(chosen === undefined ? [unset] : []),
          ...workspaces.map(({ id: value, name }) => ({ value, text: name })),
        ]}
      />
    );
  }
  switch (parameter.type) {
    case 'boolean':
      return (
        <Select
          {...common}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          options={[unset, { value: 'true', text: words.yes }, { value: 'false', text: words.no }]}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          options={[unset, ...(parameter.choices ?? []).map((value) => ({ value, text: value }))]}
        />
      );
    case 'strings':
      return (
        <ChipsField
          {...common}
          values={typeof draft === 'string' ? [] : draft}
          onChange={onChange}
          hint={words.chips.hint}
          removeLabel={words.chips.remove}
        />
      );
    case 'timestamp': {
      const reading = readDraft(parameter, draft);
      return (
        <InlineField
          {...common}
          type="datetime-local"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          trailing={
            reading.kind === 'value' && (
              <output
                title={words.timestampHint}
                className="selectable shrink-0 text-xs text-ink-3 @max-[480px]:hidden"
              >
                {String(reading.value)}
              </output>
            )
          }
        />
      );
    }
    case 'integer':
      return (
        <InlineField
          {...common}
          inputMode="numeric"
          placeholder={parameter.about}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'string':
      return (
        <InlineField
          {...common}
          placeholder={parameter.about}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return assertNever(parameter.type);
  }
}
