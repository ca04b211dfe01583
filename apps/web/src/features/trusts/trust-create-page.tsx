import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { PageHeader } from '../../components/page-header.tsx'
import { parentSearchKeys } from '../../components/parent/parent-of-search.ts'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { cloudOf } from '../../components/portal-cloud.ts'
import { TrustCreateForm } from './trust-create-form.tsx'
import { trustPrefill } from '../../components/workload/trust-prefill.ts'

/** A new trust: which identity, which workload, and exactly what Azure will store. */
export function TrustCreatePage() {
  const search = useSearch({ from: '/new/form' })
  const { settings } = useSession()
  const prefill = trustPrefill(search, cloudOf(settings))
  // The link that opened the page fills the form once; choosing an identity later changes the address, not the form.
  const [{ values, draftPage }] = useState({ values: prefill.values, draftPage: draftPageOf(search) })
  return (
    <>
      <PageHeader
        title="New trust by hand"
        summary="Lets one outside workload sign in as a managed identity or an application, without a secret (a federated identity credential)."
      />
      <TrustCreateForm key={draftPage} draftPage={draftPage} start={values} choice={prefill.choice} />
    </>
  )
}

/** One draft for each prefill link, whatever identity or application is chosen meanwhile. */
function draftPageOf(search: Readonly<Record<string, string | undefined>>): string {
  const rest = Object.entries(search).filter(([name]) => !parentSearchKeys.some((known) => known === name))
  return paths.trustForm(Object.fromEntries(rest))
}
