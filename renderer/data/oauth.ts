import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { Bridge } from '../../electron/contract/contract.ts';
import type { Result } from '../../electron/contract/errors.ts';
import { valueOf } from './bridge.ts';
import { useServices } from './services.ts';

type OAuthBridge = Bridge['oauth'];
type Input<Name extends keyof OAuthBridge> = Parameters<OAuthBridge[Name]>[0];

/** A call as options for `useMutation`; it ends with the session read again. */
function useCall<T, V = void>(call: (oauth: OAuthBridge, input: V) => Promise<Result<T>>) {
  const { bridge, session } = useServices();
  return mutationOptions({
    mutationFn: async (input: V) => {
      const value = await valueOf(call(bridge.oauth, input));
      await session.reload();
      return value;
    },
  });
}

/** The redirect URLs that Perch answers itself. */
export function useRedirects() {
  const { bridge } = useServices();
  return queryOptions({
    queryKey: ['redirects'],
    queryFn: () => valueOf(bridge.oauth.redirects()),
  });
}

/**
 * Saves an OAuth app. What is saved holds the secret, so it is read when the work starts and is no
 * variable of the mutation: no cache keeps it.
 */
export const useSaveApp = (read: () => Input<'saveApp'>) =>
  useCall((oauth) => oauth.saveApp(read()));

export const useRemoveApp = () =>
  useCall((oauth, input: Input<'removeApp'>) => oauth.removeApp(input));

export const useExportSetup = (read: () => Input<'exportSetup'>) =>
  useCall((oauth) => oauth.exportSetup(read()));

/** Reads a set-up file: the text of one that was dropped, or where null, one that the person chooses. */
export const useTakeSetup = () =>
  useCall((oauth, text: string | null) =>
    text === null ? oauth.chooseSetup() : oauth.readSetup({ text }),
  );

export const useOpenSetup = (read: () => Input<'openSetup'>) =>
  useCall((oauth) => oauth.openSetup(read()));

export const useStartSignIn = () => useCall((oauth, input: Input<'start'>) => oauth.start(input));
export const useOpenAgain = () => useCall((oauth) => oauth.openAgain());
export const useCopyAddress = () => useCall((oauth) => oauth.copyAddress());
export const usePasteAddress = () => useCall((oauth, input: Input<'paste'>) => oauth.paste(input));
export const useCancelSignIn = () => useCall((oauth) => oauth.cancel());
export const useConfirmSignIn = () => useCall((oauth) => oauth.confirm());
export const useTestRoute = () =>
  useCall((oauth, input: Input<'testRoute'>) => oauth.testRoute(input));
export const useDismissTest = () => useCall((oauth) => oauth.dismissTest());
