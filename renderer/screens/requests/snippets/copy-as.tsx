import { Braces, Check, CodeXml, FileCode, Terminal, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { OperationInfo } from '../../../../electron/contract/operations.ts';
import type { Parameters } from '../../../../electron/contract/requests.ts';
import { copyText } from '../../../data/copy-text.ts';
import { useServices, useSession } from '../../../data/services.ts';
import { activeConnection } from '../../../data/session-store.ts';
import { Menu, MenuHeading, MenuItem } from '../../../ui/menu.tsx';
import { type SnippetBody, snippetIn, type SnippetLanguage } from './snippets.ts';

/** Milliseconds for which it is told what was copied. */
const TOLD_MS = 2400;

const LANGUAGES = ['curl', 'fetch', 'python'] as const satisfies readonly SnippetLanguage[];

const ICON = { 'aria-hidden': true, size: 15 } as const;

const ICONS = {
  curl: <Terminal {...ICON} />,
  fetch: <Braces {...ICON} />,
  python: <FileCode {...ICON} />,
} as const satisfies Record<SnippetLanguage, ReactNode>;

interface CopyAsProps {
  readonly operation: OperationInfo;
  readonly parameters: Parameters;
  readonly body: SnippetBody;
  /** Something is missing that sending would ask for as well. */
  onIncomplete(): void;
}

/** Copies the request as code in one of a few languages. Its address comes from main, its token never. */
export function CopyAs({ operation, parameters, body, onIncomplete }: CopyAsProps) {
  const { bridge, strings, clock } = useServices();
  const connection = activeConnection(useSession());
  const words = strings.requests.copyAs;
  const [told, setTold] = useState<'copied' | 'failed' | null>(null);
  useEffect(
    () => (told === null ? undefined : clock.after(TOLD_MS, () => setTold(null))),
    [told, clock],
  );

  const copy = async (language: SnippetLanguage): Promise<void> => {
    const preview = await bridge.requests.preview({ operationId: operation.id, parameters });
    if (!preview.ok) {
      onIncomplete();
      setTold('failed');
      return;
    }
    const scheme = connection?.kind === 'oauth' ? 'bearer' : 'personal';
    const snippet = snippetIn(language, { ...preview.value, scheme, body });
    setTold((await copyText(snippet)) ? 'copied' : 'failed');
  };

  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            title={told === null ? words.title : words[told]}
            aria-label={words.title}
            className="fade inline-grid size-8 shrink-0 place-items-center rounded-m border border-line bg-surface text-ink-2 hover:bg-hover hover:text-ink data-[state=open]:bg-hover"
          >
            {told === null && <CodeXml {...ICON} />}
            {told === 'copied' && <Check {...ICON} className="text-good" />}
            {told === 'failed' && <TriangleAlert {...ICON} className="text-warn" />}
          </button>
        }
      >
        {LANGUAGES.map((language) => (
          <MenuItem
            key={language}
            icon={ICONS[language]}
            text={words[language]}
            onSelect={() => void copy(language)}
          />
        ))}
        <MenuHeading text={words.hint} />
      </Menu>
      <output className="sr-only">{told !== null && words[told]}</output>
    </>
  );
}
