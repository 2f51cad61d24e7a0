import { mutationOptions } from '@tanstack/react-query';
import type { LinkName } from '../../electron/contract/app.ts';
import { valueOf } from './bridge.ts';
import { useServices } from './services.ts';

/** Opens one of the pages that main knows in the system's browser. */
export function useOpenLink() {
  const { bridge } = useServices();
  return mutationOptions({
    mutationFn: (link: LinkName) => valueOf(bridge.app.openLink({ link })),
  });
}
