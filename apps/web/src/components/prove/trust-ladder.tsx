import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Trust } from '@trustwright/shared-schemas'
import { useEffect, useEffectEvent } from 'react'
import { checkQuery } from '../../api/proof-calls.ts'
import type { TrustKey } from '../../paths.ts'
import type { Inventory } from '../inventory/inventory-query.ts'
import { ProofBadge } from '../proof-badge.tsx'
import { useCloud } from '../use-cloud.ts'
import { noBeacon } from './beacon-snippets.ts'
import { ladderSteps } from './ladder-steps.ts'
import { useProofChanged } from './use-proof-changed.ts'
import { whyUnchecked } from './why-unchecked.ts'
import { withProof } from './with-proof.ts'

interface TrustLadderProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
}

/** How far a trust is proven, and when. What was never checked is checked now, once. */
export function TrustLadder({ trustKey, trust }: TrustLadderProps) {
  const queries = useQueryClient()
  const cloud = useCloud()
  const proofChanged = useEffectEvent(useProofChanged(trustKey))
  const check = useQuery({ ...checkQuery(trustKey, trust), enabled: !trust.checked })
  const isNew = !trust.checked && check.data?.checked
  useEffect(() => {
    if (isNew) void proofChanged()
  }, [isNew])
  useEffect(() => {
    queries.setQueriesData<Inventory>(
      { queryKey: ['readInventory'] },
      (list) => list && withProof(list, trust),
    )
  }, [queries, trust])
  return (
    <ProofBadge
      look="steps"
      because={{
        checked: whyUnchecked(check),
        ...(noBeacon(trust, cloud) !== null && {
          matched: 'Not matched yet. Paste a token to compare its claims.',
        }),
      }}
      {...ladderSteps({ ...trust, checked: trust.checked ?? check.data?.checked ?? null })}
    />
  )
}
