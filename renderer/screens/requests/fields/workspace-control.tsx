import { textOf } from '../../../data/json-text.ts';
import { useSession, useStrings } from '../../../data/services.ts';
import { activeConnection } from '../../../data/session-store.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Select } from '../../../ui/select.tsx';
import { attributesOf, type ControlProps } from './control-props.ts';
import { TextControl } from './plain-controls.tsx';

/** One of the connection's Workspaces; where it has none, an id. */
export function WorkspaceControl(props: ControlProps) {
  const { value, field, problem, onChange } = props;
  const words = useStrings().requests;
  const workspaces = activeConnection(useSession())?.workspaces ?? [];
  const text = textOf(value);
  const chosen = workspaces.find((workspace) => workspace.id === text);
  if (workspaces.length === 0) return <TextControl {...props} />;
  return (
    <Select
      {...attributesOf(props)}
      problem={problem}
      value={text}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      leading={chosen && <Avatar {...chosen} shape="square" size="xs" />}
      options={[
        ...(field.required && chosen !== undefined ? [] : [{ value: '', text: words.unset }]),
        ...workspaces.map(({ id, name }) => ({ value: id, text: name })),
        ...(text === '' || chosen !== undefined ? [] : [{ value: text, text }]),
      ]}
    />
  );
}
