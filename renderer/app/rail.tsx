import { CodeXml, KeyRound, LayoutGrid } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScreenName } from '../../electron/contract/app.ts';
import { useStrings } from '../data/services.ts';
import { classes } from '../ui/classes.ts';
import { useGo } from './navigation.ts';

const ICON = { size: 18, strokeWidth: 1.7, 'aria-hidden': true } as const;

/** The screens as icons along the left edge. */
export function Rail({ screen }: { screen: ScreenName }) {
  const { navigation, screens } = useStrings().shell;
  return (
    <nav
      aria-label={navigation}
      className="flex w-[52px] shrink-0 flex-col items-center gap-1 border-r border-line bg-rail py-2"
    >
      <RailButton to="requests" label={screens.requests} screen={screen}>
        <CodeXml {...ICON} />
      </RailButton>
      <RailButton to="workspaces" label={screens.workspaces} screen={screen}>
        <LayoutGrid {...ICON} />
      </RailButton>
      <span className="flex-1" />
      <RailButton to="tokens" label={screens.tokens} screen={screen}>
        <KeyRound {...ICON} />
      </RailButton>
    </nav>
  );
}

interface RailButtonProps {
  readonly to: ScreenName;
  readonly label: string;
  readonly screen: ScreenName;
  readonly children: ReactNode;
}

function RailButton({ to, label, screen, children }: RailButtonProps) {
  const go = useGo();
  const isHere = screen === to;
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => go(to)}
      className={classes(
        'fade grid size-9 place-items-center rounded-m',
        isHere ? 'bg-surface text-accent shadow-s' : 'text-ink-2 hover:bg-hover hover:text-ink',
      )}
    >
      {children}
    </button>
  );
}
