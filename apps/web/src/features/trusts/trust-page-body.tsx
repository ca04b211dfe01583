import { useQuery } from '@tanstack/react-query'
import type { Trust } from '@trustwright/shared-schemas'
import { useId, useState } from 'react'
import { parentDetailQuery } from '../../api/parent-queries.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { nameOfParent } from '../../components/parent/parent-words.ts'
import { QueryView } from '../../components/query-view.tsx'
import { TrustLine } from '../../components/trust-line.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import type { TrustKey } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TrustActions } from './trust-actions.tsx'
import { trustCrumbs } from './trust-address.ts'
import { TrustDeleteDialog } from './trust-delete-dialog.tsx'
import { effectSentence } from '../../components/effect/trust-effect.ts'
import { trustQuery } from '../../api/trust-queries.ts'
import type { TrustTab } from './trust-tabs.ts'
import { TrustView } from './trust-view.tsx'

interface TrustPageBodyProps {
  readonly trustKey: TrustKey
  readonly tab: TrustTab
  readonly justCreated: boolean
}

/** One trust: what it lets in, what is proven of it, its code and what happened to it. */
export function TrustPageBody({ trustKey, tab, justCreated }: TrustPageBodyProps) {
  const cloud = useCloud()
  const trust = useQuery(trustQuery(trustKey))
  const detail = useQuery(parentDetailQuery(trustKey.parent))
  const [doing, setDoing] = useState<'nothing' | 'changing' | 'deleting'>('nothing')
  const reasonId = useId()
  const known = detail.data ?? null
  const parentName = nameOfParent(trustKey.parent, known?.name)
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
        detail={known}
        reasonId={reasonId}
        onChange={() => setDoing('changing')}
        onDelete={() => setDoing('deleting')}
      />
    ),
  })
  return (
    <>
      <PageHeader
        title={trust.data?.name ?? trustKey.trustName}
        breadcrumbs={trustCrumbs(trustKey, known?.name ?? null)}
        {...(trust.data === undefined ? {} : headOf(trust.data))}
      />
      <QueryView query={trust} skeleton={<Skeleton shape="facts" count={5} label="Reading the trust" />}>
        {(stored) => (
          <>
            <TrustView
              trustKey={trustKey}
              trust={stored}
              tab={tab}
              justCreated={justCreated}
              detail={known}
              parentName={parentName}
              reasonId={reasonId}
              changing={doing === 'changing'}
              // A save that ends late must not close what was opened since.
              onChangeEnds={() => setDoing((now) => (now === 'changing' ? 'nothing' : now))}
            />
            <TrustDeleteDialog
              trustKey={trustKey}
              trust={stored}
              parentName={parentName}
              open={doing === 'deleting'}
              onClose={() => setDoing('nothing')}
            />
          </>
        )}
      </QueryView>
    </>
  )
}
