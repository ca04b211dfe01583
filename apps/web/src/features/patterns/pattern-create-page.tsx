import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { PageHeader } from '../../components/page-header.tsx'
import { parentOfSearch } from '../../components/parent/parent-of-search.ts'
import { useCloud } from '../../components/use-cloud.ts'
import { parentSearch, paths } from '../../paths.ts'
import { PatternCreateForm } from './pattern-create-form.tsx'
import { patternPrefill } from './pattern-prefill.ts'

/** A new pattern: one trust for many workloads, where Azure takes it, or the exact trusts that give the same. */
export function PatternCreatePage() {
  const search = useSearch({ from: '/new/pattern' })
  const cloud = useCloud()
  // The link that opened the page fills the form once; choosing a parent later changes the address, not the form.
  const [{ start, draftPage }] = useState(() => ({
    start: patternPrefill(search, cloud),
    draftPage: draftPageOf(search),
  }))
  return (
    <>
      <PageHeader
        title="New pattern"
        summary="Lets in every workload whose token fits a pattern, with one trust (a flexible federated identity credential). A preview at Azure."
        breadcrumbs={[
          { text: 'New trust', href: paths.trustCreate(parentSearch(parentOfSearch(search).parent)) },
        ]}
      />
      <PatternCreateForm
        key={draftPage}
        draftPage={draftPage}
        start={start}
        choice={parentOfSearch(search)}
      />
    </>
  )
}

type Search = Readonly<Record<string, string | undefined>>

/** One draft for each prefill link, whatever parent is chosen meanwhile. */
function draftPageOf(search: Search): string {
  const { subscription: _, group: __, identity: ___, application: ____, parent: _____, ...rest } = search
  return paths.patternCreate(rest)
}
