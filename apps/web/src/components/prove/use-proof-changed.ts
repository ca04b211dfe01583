import { useQueryClient } from '@tanstack/react-query'
import type { TrustKey } from '../../paths.ts'

/** Has everything read anew that says how far a trust is proven, and what was done for that. */
export function useProofChanged({ parent, trustName }: TrustKey): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    const keys = [
      ['readTrust', { parent, trustName }],
      ['listTrusts', parent],
      ['listParentActivity', parent],
      ['readIdSwitch'],
    ]
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
}
