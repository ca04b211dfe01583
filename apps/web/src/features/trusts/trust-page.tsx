import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useId, useMemo, useState } from 'react'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { TrustLine } from '../../components/trust-line.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { trustCrumbs } from './trust-address.ts'
import { TrustActions } from './trust-actions.tsx'
import { TrustDeleteDialog } from './trust-delete-dialog.tsx'
import { effectSentence } from './trust-effect.ts'
import { identityQuery } from '../../api/identity-queries.ts'
import { trustQuery, type TrustKey } from './trust-queries.ts'
import { TrustView } from './trust-view.tsx'

const route = '/trusts/mi/$subscriptionId/$resourceGroup/$identityName/$trustName'

/** One trust: what it lets in, what is proven of it, its code and what happened to it. */
export function TrustPage() {
  const { subscriptionId, resourceGroup, identityName, trustName } = useParams({ from: route })
  const key = useMemo<TrustKey>(
    () => ({ subscriptionId, resourceGroup, identityName, trustName }),
    [subscriptionId, resourceGroup, identityName, trustName],
  )
  const trust = useQuery(trustQuery(key))
  const detail = useQuery(identityQuery(identityPathOf(key)))
  const [doing, setDoing] = useState<'nothing' | 'changing' | 'deleting'>('nothing')
  const reasonId = useId()
  const { data } = trust
  return (
    <>
      <PageHeader
        title={trustName}
        breadcrumbs={trustCrumbs(key)}
        {...(data === undefined
          ? {}
          : {
              heading: (
                <TrustLine
                  look="head"
                  issuer={data.issuer}
                  subject={data.subject}
                  identity={{ kind: 'managedIdentity', name: identityName }}
                />
              ),
              summary: effectSentence(data, identityName),
              actions: (
                <TrustActions
                  trustKey={key}
                  detail={detail.data ?? null}
                  reasonId={reasonId}
                  onChange={() => setDoing('changing')}
                  onDelete={() => setDoing('deleting')}
                />
              ),
            })}
      />
      <QueryView query={trust} skeleton={<Skeleton shape="facts" count={5} label="Reading the trust" />}>
        {(stored) => (
          <>
            <TrustView
              trustKey={key}
              trust={stored}
              detail={detail.data ?? null}
              reasonId={reasonId}
              changing={doing === 'changing'}
              onChangeEnds={() => setDoing('nothing')}
            />
            <TrustDeleteDialog
              trustKey={key}
              trust={stored}
              open={doing === 'deleting'}
              onClose={() => setDoing('nothing')}
            />
          </>
        )}
      </QueryView>
    </>
  )
}

function identityPathOf({ subscriptionId, resourceGroup, identityName }: TrustKey) {
  return { subscriptionId, resourceGroup, identityName }
}
