import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OAuthApp, SetupPreview } from '../../../electron/contract/oauth.ts';
import { explain } from '../../data/errors.ts';
import { useOpenSetup } from '../../data/oauth.ts';
import { useServices } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SecretField } from '../../ui/secret-field.tsx';

interface SetupFileFormProps {
  readonly preview: SetupPreview;
  onAdded(app: OAuthApp): void;
  onBack(): void;
}

/** A team's set-up file that was read: what it says, and the passphrase that opens its secret. */
export function SetupFileForm({ preview, onAdded, onBack }: SetupFileFormProps) {
  const { strings, clock } = useServices();
  const words = strings.oauth.file;
  const [passphrase, setPassphrase] = useState('');
  const isSealed = preview.secret.kind === 'sealed';
  const add = useMutation({
    ...useOpenSetup(() => ({
      setupId: preview.setupId,
      passphrase: isSealed ? passphrase : null,
    })),
    onSuccess: onAdded,
  });
  return (
    <form
      className="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!add.isPending && (!isSealed || passphrase !== '')) add.mutate();
      }}
    >
      <div>
        <h2 className="font-semibold">{words.title}</h2>
        <p className="selectable mt-0.5 truncate font-mono text-s text-ink-2">{preview.clientId}</p>
      </div>
      <ul className="grid gap-1 rounded-m border border-line px-3 py-2">
        {preview.redirects.map(({ uri, route }) => (
          <li key={uri} className="flex items-center gap-2 text-s">
            <code className="selectable min-w-0 flex-1 truncate font-mono">{uri}</code>
            <span className="shrink-0 text-xs text-ink-2">{strings.oauth.routes[route]}</span>
          </li>
        ))}
      </ul>
      <p id="passphrase-note" className="text-s text-pretty text-ink-2">
        {preview.secret.kind === 'sealed' ? words.sealed : words.hosted(preview.secret.address)}
      </p>
      {isSealed && (
        <SecretField
          label={words.passphrase}
          value={passphrase}
          onChange={(text) => {
            setPassphrase(text);
            add.reset();
          }}
          clean={(text) => text.trim()}
          placeholder={words.passphrase}
          readOnly={add.isPending}
          invalid={add.isError}
          describedBy="passphrase-note"
          show={strings.oauth.setUp.show}
          hide={strings.oauth.setUp.hide}
        />
      )}
      {add.error !== null && (
        <ErrorNote
          explanation={{ ...explain(add.error.error, strings, clock.now()), action: null }}
        />
      )}
      <div className="flex items-center gap-2">
        <Button
          submit
          variant="primary"
          size="l"
          busy={add.isPending}
          disabled={isSealed && passphrase === ''}
        >
          {words.add}
        </Button>
        <Button variant="ghost" size="l" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}
