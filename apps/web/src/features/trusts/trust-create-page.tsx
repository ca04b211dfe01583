import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { PageHeader } from '../../components/page-header.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { cloudOf } from './portal-cloud.ts'
import { TrustCreateForm } from './trust-create-form.tsx'
import { trustPrefill } from './trust-prefill.ts'

/** A new trust: which identity, which workload, and exactly what Azure will store. */
export function TrustCreatePage() {
  const search = useSearch({ from: '/new' })
  const { settings } = useSession()
  const prefill = trustPrefill(search, cloudOf(settings))
  // The link that opened the page fills the form once; choosing an identity later changes the address, not the form.
  const [{ values, draftPage }] = useState({ values: prefill.values, draftPage: draftPageOf(search) })
  return (
    <>
      <PageHeader
        title="New trust"
        summary="Lets one outside workload sign in as a managed identity, without a secret (a federated identity credential)."
      />
      <TrustCreateForm
        key={draftPage}
        draftPage={draftPage}
        start={values}
        identity={prefill.identity}
        subscriptionId={prefill.subscriptionId}
      />
    </>
  )
}

/** One draft for each prefill link, whatever identity is chosen meanwhile. */
function draftPageOf(search: Readonly<Record<string, string | undefined>>): string {
  const { subscription: _, group: __, identity: ___, ...rest } = search
  return paths.trustCreate(rest)
}
