import { queryOptions } from '@tanstack/react-query';
import { valueOf } from './bridge.ts';
import { useServices } from './services.ts';

/** The catalogue of operations; it is part of the app, so it never changes while it runs. */
export function useOperations() {
  const { bridge } = useServices();
  return queryOptions({
    queryKey: ['operations'],
    queryFn: () => valueOf(bridge.requests.operations()),
  });
}
