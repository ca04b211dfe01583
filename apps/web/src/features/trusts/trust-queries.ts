import { queryOptions } from '@tanstack/react-query'
import { endpoints, type IdentityPath } from '@trustwright/shared-schemas'
import { call } from '../../api/client.ts'

/** A trust's address at the API. */
export interface TrustKey extends IdentityPath {
  readonly trustName: string
}

export const trustQuery = (key: TrustKey) =>
  queryOptions({
    queryKey: ['readTrust', key],
    queryFn: ({ signal }) => call(endpoints.readTrust, { params: key, signal }),
  })
