/** The first argument of most of Electron's events. */
export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function createEvent<T extends object = object>(details?: T): PreventableEvent & T {
  const event = {
    defaultPrevented: false,
    preventDefault: (): void => {
      event.defaultPrevented = true;
    },
  };
  return Object.assign(event, details);
}
