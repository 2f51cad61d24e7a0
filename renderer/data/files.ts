import { mutationOptions } from '@tanstack/react-query';
import { valueOf } from './bridge.ts';
import { useServices } from './services.ts';

/** Lets the person choose a file to send; null where they chose none. */
export function useChooseUpload() {
  const { bridge } = useServices();
  return mutationOptions({ mutationFn: () => valueOf(bridge.files.chooseUpload()) });
}
