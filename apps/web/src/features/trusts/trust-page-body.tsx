import { useQuery } from '@tanstack/react-query'
import type { Trust } from '@trustwright/shared-schemas'
import { useId, useState } from 'react'
import { parentDetailQuery } from '../../api/parent-queries.ts'
import { useGo } from '../../components/app-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { nameOfParent } from '../../components/parent/parent-words.ts'
import { isGone } from '../../components/parent/gone-identities.ts'
import { useKnownTrust } from '../../components/inventory/use-known-trust.ts'
import { QueryView } from '../../components/query-view.tsx'
import { TrustLine } from '../../components/trust-line.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import { useHasDraft } from '../../components/use-draft.ts'
import { paths, type TrustKey } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { GoneTrust } from './gone-trust.tsx'
import { proofLook } from './proof-look.ts'
import { rightsOf } from './rights-of.ts'
import { TrustActions } from './trust-actions.tsx'
import { trustCrumbs } from './trust-address.ts'
import { TrustDeleteDialog } from './trust-delete-dialog.tsx'
import { effectSentence } from '../../components/effect/trust-effect.ts'
import { trustQuery } from '../../api/trust-queries.ts'
import type { TrustSearch } from '../../search.ts'
import { changeDraftPage, changePrefill } from './change-prefill.ts'
import { TrustView } from './trust-view.tsx'

interface TrustPageBodyProps {
  readonly trustKey: TrustKey
  readonly search: TrustSearch
}

/** One trust: what it lets in, what is proven of it, its code and what happened to it. */
export function TrustPageBody({ trustKey, search }: TrustPageBodyProps) {
  const cloud = useCloud()
  const go = useGo()
  const trust = useQuery(trustQuery(trustKey))
  const detail = useQuery(parentDetailQuery(trustKey.parent))
  const { tab, created, change, delete: asksToDelete } = search
  // Such as after a sign-in step in the middle of saving.
  const wasChanging = useHasDraft(changeDraftPage(trustKey))
  const [doing, setDoing] = useState<'nothing' | 'changing' | 'deleting'>(
    change === '1' || wasChanging ? 'changing' : asksToDelete === '1' ? 'deleting' : 'nothing',
  )
  // What a link asks for fills the form once: the address loses it with the first step away.
  const [prefill] = useState(() => changePrefill(search))
  const reasonId = useId()
  const parentDetail = detail.data ?? null
  const parentName = nameOfParent(trustKey.parent, parentDetail?.name)
  const known = useKnownTrust(trust.data?.resourceId ?? null)
  const rights = rightsOf(parentDetail, known.trust)
  const isChanging = doing === 'changing' && !rights.isKeptByAks
  const isSwitching = search.switch === '1' && !rights.isKeptByAks
  const headOf = (stored: Trust) => ({
    heading: (
      <TrustLine
        look="head"
        issuer={stored.issuer}
        subject={stored.subject}
        expression={stored.expression}
        identity={{ kind: trustKey.parent.kind, name: parentName }}
      />
    ),
    summary: effectSentence(stored, parentName, cloud),
    actions: (
      <TrustActions
        trustKey={trustKey}
        rights={rights}
        reasonId={reasonId}
        proof={proofLook(tab, isChanging || isSwitching)}
        onChange={() => setDoing('changing')}
        onDelete={() => setDoing('deleting')}
      />
    ),
  })
  return (
    <>
      <PageHeader
        title={trust.data?.name ?? trustKey.trustName}
        breadcrumbs={trustCrumbs(trustKey, parentDetail?.name ?? null)}
        {...(trust.data === undefined || isGone(trust.error) ? {} : headOf(trust.data))}
      />
      {isGone(trust.error) ? (
        <GoneTrust trustKey={trustKey} />
      ) : (
        <QueryView query={trust} skeleton={<Skeleton shape="facts" count={5} label="Reading the trust" />}>
          {(stored) => (
            <>
              <TrustView
                trustKey={trustKey}
                trust={stored}
                tab={tab}
                justCreated={created === '1'}
                detail={parentDetail}
                known={known}
                rights={rights}
                parentName={parentName}
                reasonId={reasonId}
                changing={isChanging}
                prefill={prefill}
                switching={isSwitching ? { github: search.github } : null}
                // A save that ends late must not close what was opened since.
                onChangeEnds={() => {
                  setDoing((now) => (now === 'changing' ? 'nothing' : now))
                  if (change === '1') go(paths.trust(trustKey), { replace: true })
                }}
              />
              <TrustDeleteDialog
                trustKey={trustKey}
                trust={stored}
                parentName={parentName}
                open={doing === 'deleting' && !rights.isKeptByAks}
                onClose={() => {
                  setDoing('nothing')
                  if (asksToDelete === '1') go(paths.trust(trustKey), { replace: true })
                }}
              />
            </>
          )}
        </QueryView>
      )}
    </>
  )
}
