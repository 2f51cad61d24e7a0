import { useEffect, useEffectEvent } from 'react';

/** Hears every key pressed in the window while the component is there, after the controls have. */
export function useKey(onKey: (event: KeyboardEvent) => void): void {
  const hear = useEffectEvent(onKey);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => hear(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Whether a key goes into a field, so that it is text and no command. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
