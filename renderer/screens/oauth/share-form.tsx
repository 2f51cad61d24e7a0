import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { OAuthApp, SetupSecret } from '../../../electron/contract/oauth.ts';
import { explain } from '../../data/errors.ts';
import { useExportSetup } from '../../data/oauth.ts';
import { useServices } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { InlineField } from '../../ui/field.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { Tabs } from '../../ui/tabs.tsx';

/** Letters that a passphrase needs at least; main refuses fewer. */
const SHORTEST_PASSPHRASE = 12;

interface ShareFormProps {
  readonly app: OAuthApp;
  onSaved(): void;
  onCancel(): void;
}

/** Writes a team's set-up file, with the secret sealed in it or kept by the team's endpoint. */
export function ShareForm({ app, onSaved, onCancel }: ShareFormProps) {
  const { strings, clock } = useServices();
  const words = strings.oauth.share;
  const id = useId();
  const hosted = app.exchange.kind === 'endpoint' ? app.exchange.address : null;
  const [keeper, setKeeper] = useState<SetupSecret['kind']>(
    hosted === null ? 'sealed' : 'endpoint',
  );
  const [passphrase, setPassphrase] = useState('');
  const [address, setAddress] = useState(hosted ?? '');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Not returned: in Chromium it answers a promise, which React would call on leaving.
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const share = useMutation(
    useExportSetup(() => ({
      appId: app.id,
      secret: keeper === 'sealed' ? { kind: keeper, passphrase } : { kind: keeper, address },
    })),
  );
  const failure = share.error?.error.kind === 'cancelled' ? null : share.error;
  const canSave =
    keeper === 'sealed' ? [...passphrase].length >= SHORTEST_PASSPHRASE : address.trim() !== '';
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    share.reset();
  };
  return (
    <form
      ref={form}
      className="grid gap-2.5 border-t border-line px-4 py-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        // Told only while this form is open: whoever has left it may have opened another.
        if (canSave && !share.isPending) share.mutate(undefined, { onSuccess: onSaved });
      }}
    >
      {hosted === null && (
        <div>
          <Tabs<SetupSecret['kind']>
            label={words.keeper}
            tabs={[
              { name: 'sealed', text: words.keepers.sealed },
              { name: 'endpoint', text: words.keepers.endpoint },
            ]}
            selected={keeper}
            controls={`${id}-panel`}
            onSelect={(next) => {
              setKeeper(next);
              share.reset();
            }}
          />
        </div>
      )}
      <div id={`${id}-panel`} className="grid gap-2.5">
        <p id={`${id}-note`} className="text-s text-pretty text-ink-2">
          {words[keeper]}
        </p>
        {keeper === 'sealed' ? (
          <SecretField
            label={words.passphrase}
            value={passphrase}
            onChange={change(setPassphrase)}
            clean={(text) => text.trim()}
            placeholder={words.passphrase}
            readOnly={share.isPending}
            invalid={failure !== null}
            describedBy={`${id}-note`}
            show={strings.oauth.setUp.show}
            hide={strings.oauth.setUp.hide}
          />
        ) : (
          <Labelled label={words.address} htmlFor={`${id}-address`}>
            <InlineField
              id={`${id}-address`}
              value={address}
              placeholder={words.addressHint}
              problem={null}
              onChange={(event) => change(setAddress)(event.target.value)}
            />
          </Labelled>
        )}
      </div>
      {failure !== null && (
        <ErrorNote
          explanation={{ ...explain(failure.error, strings, clock.now()), action: null }}
        />
      )}
      <div className="flex items-center gap-1.5">
        <Button submit variant="primary" busy={share.isPending} disabled={!canSave}>
          {words.save}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
