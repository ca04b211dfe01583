import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { identityPathOf } from '../../api/identity-queries.ts'
import type { TrustKey } from '../../paths.ts'
import { TrustPageBody } from './trust-page-body.tsx'

const ofIdentity = '/trusts/mi/$subscriptionId/$resourceGroup/$identityName/$trustName'
const ofApplication = '/trusts/app/$appId/$trustName'

/** One trust of a managed identity. */
export function TrustPage() {
  const params = useParams({ from: ofIdentity })
  const search = useSearch({ from: ofIdentity })
  const { trustName } = params
  const { subscriptionId, resourceGroup, identityName } = identityPathOf(params)
  const key = useMemo<TrustKey>(
    () => ({
      parent: { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName },
      trustName,
    }),
    [subscriptionId, resourceGroup, identityName, trustName],
  )
  return <TrustPageBody trustKey={key} search={search} />
}

/** One trust of an application. */
export function ApplicationTrustPage() {
  const { appId, trustName } = useParams({ from: ofApplication })
  const search = useSearch({ from: ofApplication })
  const key = useMemo<TrustKey>(
    () => ({ parent: { kind: 'application', appId }, trustName }),
    [appId, trustName],
  )
  return <TrustPageBody trustKey={key} search={search} />
}
