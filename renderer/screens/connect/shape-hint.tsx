import { Check, CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useServices, useSession } from '../../data/services.ts';
import type { TokenShape } from './token-shape.ts';

const ICON = { size: 14, 'aria-hidden': true } as const;

/** What the typed text looks like, and where the token would be kept. Always two lines high. */
export function ShapeHint({ id, shape }: { id: string; shape: TokenShape }) {
  const { strings, app } = useServices();
  const { vault } = useSession();
  const words = strings.connect;
  const keeping = words.keeping(vault, app.platform);
  return (
    <div id={id} aria-live="polite" className="mt-2 mb-3 flex min-h-9 gap-1.5 text-s text-ink-2">
      {shape.kind === 'empty' && <Hint icon={<Info {...ICON} />} text={keeping} />}
      {shape.kind === 'personal' && (
        <Hint
          icon={<Check {...ICON} className="text-good" />}
          text={`${words.looksGood} ${keeping}`}
        />
      )}
      {shape.kind === 'odd' && (
        <Hint
          icon={<TriangleAlert {...ICON} className="text-warn" />}
          text={words.odd[shape.why]}
        />
      )}
      {shape.kind === 'unusable' && (
        <Hint
          icon={<CircleAlert {...ICON} className="text-bad" />}
          text={words.unusable[shape.why]}
        />
      )}
    </div>
  );
}

function Hint({ icon, text }: { icon: ReactNode; text: string }) {
  return (
    <>
      <span className="mt-[2px] shrink-0">{icon}</span>
      <p className="text-pretty">{text}</p>
    </>
  );
}
