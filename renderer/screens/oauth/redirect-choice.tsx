import { useQuery } from '@tanstack/react-query';
import { useRedirects } from '../../data/oauth.ts';
import { useServices } from '../../data/services.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { InlineField } from '../../ui/field.tsx';

interface RedirectChoiceProps {
  readonly ticked: readonly string[];
  /** The address of the team's bridge page; empty where there is none. */
  readonly bridge: string;
  onTick(ticked: readonly string[]): void;
  onBridge(address: string): void;
}

/** The redirect URLs to register with ClickUp, each to copy, and to tick once that is done. */
export function RedirectChoice({ ticked, bridge, onTick, onBridge }: RedirectChoiceProps) {
  const words = useServices().strings.oauth;
  const redirects = useQuery(useRedirects()).data ?? [];
  const toggle = (uri: string, isTicked: boolean): void => {
    // In the order in which they are tried, not in that of the clicks.
    const all = redirects.map((redirect) => redirect.uri);
    onTick(all.filter((one) => (one === uri ? isTicked : ticked.includes(one))));
  };
  return (
    <fieldset className="rounded-m border border-line">
      <legend className="sr-only">{words.setUp.redirects}</legend>
      {redirects.map(({ uri, route }) => (
        <div
          key={uri}
          className="flex min-h-8 items-center gap-2 border-b border-line py-0.5 pr-1 pl-2.5"
        >
          <Checkbox checked={ticked.includes(uri)} onChange={(isTicked) => toggle(uri, isTicked)}>
            <code className="selectable truncate font-mono text-s">{uri}</code>
            <span className="ml-auto shrink-0 pl-2 text-xs text-ink-2">{words.routes[route]}</span>
          </Checkbox>
          <CopyButton text={uri} label={words.setUp.copy(uri)} copied={words.setUp.copied} />
        </div>
      ))}
      <div className="flex min-h-9 items-center gap-2 py-1 pr-1.5 pl-2.5">
        <label htmlFor="bridge-page" className="shrink-0 text-s">
          {words.setUp.bridge}
        </label>
        <div className="min-w-0 flex-1">
          <InlineField
            id="bridge-page"
            value={bridge}
            placeholder={words.setUp.bridgeHint}
            problem={null}
            onChange={(event) => onBridge(event.target.value)}
          />
        </div>
      </div>
    </fieldset>
  );
}
