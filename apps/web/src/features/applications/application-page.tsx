import { Add20Regular } from '@fluentui/react-icons'
import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { ApplicationDetail, TrustParent } from '@trustwright/shared-schemas'
import { useId, useMemo } from 'react'
import { applicationQuery } from '../../api/parent-queries.ts'
import { GuardedLink } from '../../components/guarded-link.tsx'
import { mayTry } from '../../components/may-try.ts'
import { MadeTrusts } from '../../components/parent/made-trusts.tsx'
import { ParentSections } from '../../components/parent/parent-sections.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ApplicationFacts } from './application-facts.tsx'
import { ApplicationStanding } from './application-standing.tsx'
import { NoServicePrincipal } from './no-service-principal.tsx'

const useStyles = makeStyles({ page: { display: 'grid', rowGap: '32px', maxWidth: '1200px', minWidth: 0 } })

/** One application: its IDs, its trusts, what can be restored and what happened to it. */
export function ApplicationPage() {
  const { appId } = useParams({ from: '/identities/app/$appId' })
  const parent = useMemo<TrustParent>(() => ({ kind: 'application', appId }), [appId])
  const detail = useQuery(applicationQuery(appId))
  const reasonId = useId()
  return (
    <>
      <PageHeader
        title={detail.data?.application.displayName ?? 'Application'}
        breadcrumbs={[{ text: 'Identities', href: paths.identities({ kind: 'app' }) }]}
        summary={detail.data === undefined ? appId : 'Application of this directory'}
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
      <QueryView
        query={detail}
        skeleton={<Skeleton shape="facts" count={4} label="Reading the application" />}
      >
        {(data) => <Sections detail={data} parent={parent} reasonId={reasonId} />}
      </QueryView>
    </>
  )
}

interface SectionsProps {
  readonly detail: ApplicationDetail
  readonly parent: TrustParent
  /** Of the text that says why nothing can be added. */
  readonly reasonId: string
}

function Sections({ detail, parent, reasonId }: SectionsProps) {
  const styles = useStyles()
  const { deleted, created, made } = useSearch({ from: '/identities/app/$appId' })
  const { application, servicePrincipalId, trustWrite } = detail
  return (
    <div className={styles.page}>
      {created === '1' && (
        <Callout intent="success" title={`Created ${application.displayName}`}>
          <p>
            Next: add a trust, so that a workload can sign in as it. It can do nothing in Azure until it has a
            role.
          </p>
        </Callout>
      )}
      {made !== undefined && <MadeTrusts parent={parent} names={made} />}
      {servicePrincipalId === null && (
        <NoServicePrincipal application={application} mayMake={mayTry(trustWrite)} />
      )}
      <ApplicationStanding detail={detail} id={reasonId} />
      <ParentSections
        trusts={{ detail: { trustWrite, supportsTrusts: true }, justDeleted: deleted, reasonId }}
        access={{ parent, principalId: servicePrincipalId, name: application.displayName, scopeHint: null }}
        facts={<ApplicationFacts detail={detail} />}
      />
    </div>
  )
}

function canAdd(detail: ApplicationDetail | undefined): boolean {
  return detail === undefined || (mayTry(detail.trustWrite) && detail.slotsLeft > 0)
}
