import { queryOptions } from '@tanstack/react-query'
import { readTrust } from './trust-calls.ts'
import type { TrustKey } from '../paths.ts'

export const trustQuery = (key: TrustKey) =>
  queryOptions({ queryKey: ['readTrust', key], queryFn: ({ signal }) => readTrust(key, signal) })
