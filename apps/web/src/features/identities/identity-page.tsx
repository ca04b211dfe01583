import { Add20Regular } from '@fluentui/react-icons'
import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { IdentityDetail, IdentityPath, TrustParent } from '@trustwright/shared-schemas'
import { useId, useMemo } from 'react'
import { MadeTrusts } from '../../components/parent/made-trusts.tsx'
import { ParentSections } from '../../components/parent/parent-sections.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { NoPermission } from '../../components/state-views.tsx'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { GuardedLink } from '../../components/guarded-link.tsx'
import { IdentityFacts } from './identity-facts.tsx'
import { identityQuery } from '../../api/identity-queries.ts'

const useStyles = makeStyles({ page: { display: 'grid', rowGap: '32px', maxWidth: '1200px', minWidth: 0 } })

/** One managed identity: its IDs, its trusts, what can be restored and what happened to it. */
export function IdentityPage() {
  const styles = useStyles()
  const { subscriptionId, resourceGroup, identityName } = useParams({
    from: '/identities/mi/$subscriptionId/$resourceGroup/$identityName',
  })
  const { deleted, created, made } = useSearch({
    from: '/identities/mi/$subscriptionId/$resourceGroup/$identityName',
  })
  const path = useMemo<IdentityPath>(
    () => ({ subscriptionId, resourceGroup, identityName }),
    [subscriptionId, resourceGroup, identityName],
  )
  const parent = useMemo<TrustParent>(() => ({ kind: 'managedIdentity', ...path }), [path])
  const detail = useQuery(identityQuery(path))
  const reasonId = useId()
  return (
    <>
      <PageHeader
        title={identityName}
        breadcrumbs={[{ text: 'Identities', href: paths.identities({ subscription: subscriptionId }) }]}
        summary={`Managed identity in ${resourceGroup}${detail.data === undefined ? '' : `, ${detail.data.identity.location}`}`}
        actions={
          // What could not be read may not be there at all.
          !detail.isLoadingError && (
            <GuardedLink
              href={paths.trustCreateFor(parent)}
              icon={<Add20Regular />}
              reasonId={canAdd(detail.data) ? null : reasonId}
            >
              Add trust
            </GuardedLink>
          )
        }
      />
      <QueryView query={detail} skeleton={<Skeleton shape="facts" count={4} label="Reading the identity" />}>
        {(data) => (
          <div className={styles.page}>
            {created === '1' && (
              <Callout intent="success" title={`Created ${identityName}`}>
                <p>
                  Next: add a trust, so that a workload can sign in as it. It can do nothing in Azure until it
                  has a role.
                </p>
              </Callout>
            )}
            {made !== undefined && <MadeTrusts parent={parent} names={made} />}
            <Standing detail={data} id={reasonId} />
            <ParentSections
              trusts={{
                detail: { trustWrite: data.trustWrite, supportsTrusts: data.identity.supportsTrusts },
                justDeleted: deleted,
                reasonId,
              }}
              access={{
                parent,
                principalId: data.identity.principalId,
                name: identityName,
                scopeHint: { subscriptionId, resourceGroup },
              }}
              facts={<IdentityFacts identity={data.identity} />}
            />
          </div>
        )}
      </QueryView>
    </>
  )
}

function canAdd(detail: IdentityDetail | undefined): boolean {
  return detail === undefined || (detail.trustWrite.allowed && detail.identity.supportsTrusts)
}

/** Why nothing can be added here, if so. */
function Standing({ detail, id }: { readonly detail: IdentityDetail; readonly id: string }) {
  const { identity, trustWrite } = detail
  if (!identity.supportsTrusts) {
    return (
      <div id={id}>
        <Callout intent="warning" title={`Azure does not support trusts in ${identity.location}`}>
          <p>
            No trust can be added to this identity, and it cannot move. Make an identity in another region.
          </p>
        </Callout>
      </div>
    )
  }
  if (trustWrite.allowed) return null
  return (
    <NoPermission
      id={id}
      to={`add, change or restore trusts of ${identity.identityName}`}
      access={trustWrite}
    />
  )
}
