import { queryOptions } from '@tanstack/react-query'
import { trustHistoryEndpoints } from '@trustwright/shared-schemas'
import type { TrustKey } from '../paths.ts'
import { call } from './client.ts'

export const trustHistoryQuery = (key: TrustKey) =>
  queryOptions({
    // Under the key of what a write to the parent makes old.
    queryKey: ['listParentActivity', key.parent, key.trustName],
    queryFn: ({ signal }) => call(trustHistoryEndpoints.readTrustHistory, { body: key, signal }),
    staleTime: 0,
  })
