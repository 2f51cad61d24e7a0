import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

/** A menu below its trigger. The keyboard works as in the system's own menus. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="menu z-10 max-h-(--radix-dropdown-menu-content-available-height) min-w-[232px] max-w-[320px] overflow-y-auto rounded-m border border-line-strong bg-raised p-1 shadow-l"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  readonly text: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  /** Given, the item is one of a set and this tells whether it is the chosen one. */
  readonly checked?: boolean;
  onSelect(): void;
}

/** One choice in a menu. */
export function MenuItem({ text, detail, icon, checked, onSelect }: MenuItemProps) {
  const body = (
    <>
      <span className="grid w-5 shrink-0 place-items-center text-ink-2">{icon}</span>
      <span className="min-w-0 flex-1 truncate">{text}</span>
      {detail !== undefined && <span className="shrink-0 text-s text-ink-3">{detail}</span>}
      {checked === true && <Check aria-hidden size={14} className="shrink-0 text-accent" />}
    </>
  );
  const look =
    'flex h-[30px] items-center gap-2 rounded-s px-2 outline-none data-highlighted:bg-selected';
  return checked === undefined ? (
    <DropdownMenu.Item onSelect={onSelect} className={look}>
      {body}
    </DropdownMenu.Item>
  ) : (
    <DropdownMenu.CheckboxItem checked={checked} onSelect={onSelect} className={look}>
      {body}
    </DropdownMenu.CheckboxItem>
  );
}

/** A quiet heading over a group of choices. */
export function MenuHeading({ text }: { text: string }) {
  return (
    <DropdownMenu.Label className="truncate px-2 pt-1.5 pb-1 text-xs font-semibold text-ink-3">
      {text}
    </DropdownMenu.Label>
  );
}

/** A line between groups. */
export function MenuLine() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}
