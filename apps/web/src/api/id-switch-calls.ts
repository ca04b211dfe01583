import { queryOptions } from '@tanstack/react-query'
import { idSwitchEndpoints, type IdSwitchRemoval, type IdSwitchRequest } from '@trustwright/shared-schemas'
import type { TrustKey } from '../paths.ts'
import { call } from './client.ts'

export type TypedIds = NonNullable<IdSwitchRequest['ids']>

/** Read anew on every visit: others may have gone on with it. */
export const idSwitchQuery = (key: TrustKey, ids: TypedIds | null) =>
  queryOptions({
    queryKey: ['readIdSwitch', key, ids],
    queryFn: ({ signal }) => readIdSwitch(key, ids, { signal }),
    staleTime: 0,
  })

/** `refresh`: GitHub is asked anew. */
export function readIdSwitch(
  key: TrustKey,
  ids: TypedIds | null,
  { signal, refresh = false }: { readonly signal?: AbortSignal; readonly refresh?: boolean } = {},
) {
  return call(idSwitchEndpoints.readIdSwitch, {
    body: { ...key, ...(ids !== null && { ids }), refresh },
    ...(signal && { signal }),
  })
}

export const removeSwitched = (body: IdSwitchRemoval) => call(idSwitchEndpoints.removeSwitchedTrust, { body })
