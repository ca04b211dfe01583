import { Button, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { StoredPolicies } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { policiesQuery } from '../../api/policy-queries.ts'
import { NotAdministrator } from '../../components/findings/not-administrator.tsx'
import { useGo } from '../../components/app-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PolicyEditor } from './policy-editor.tsx'
import { PolicyList } from './policy-list.tsx'
import { useHasKeptRules } from './use-kept-rules.ts'
import { PolicyVersions } from './policy-versions.tsx'
import { PolicyVersionView } from './policy-version-view.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '32px', maxWidth: '880px' },
})

const route = getRouteApi('/policies')

/** The portal's own rules: everybody reads those that bind them, administrators write them. */
export function PoliciesPage() {
  const styles = useStyles()
  const search = route.useSearch()
  const isAdmin = useSession().user?.isAdmin === true
  const hasKept = useHasKeptRules()
  const [isEdited, setIsEdited] = useState(isAdmin && hasKept)
  const [start, setStart] = useState<StoredPolicies | null>(null)
  const go = useGo()
  const end = () => {
    setIsEdited(false)
    setStart(null)
  }
  const goBackTo = (version: StoredPolicies) => {
    setStart(version)
    setIsEdited(true)
    go(paths.policies())
  }
  const policies = useQuery(policiesQuery)
  const version = /^\d{1,9}$/.test(search.version ?? '') ? Number(search.version) : null
  return (
    <>
      <PageHeader
        title="Rules"
        summary="What this portal lets people create, beside what Azure lets them. Each write is checked against them before it goes to Azure."
        {...(version !== null && { breadcrumbs: [{ text: 'Rules', href: paths.policies() }] })}
        {...(isAdmin &&
          !isEdited &&
          version === null &&
          policies.data !== undefined && {
            actions: (
              <Button appearance="primary" onClick={() => setIsEdited(true)}>
                {policies.data.body.policies.length === 0 ? 'Write the first rule' : 'Change the rules'}
              </Button>
            ),
          })}
      />
      <div className={styles.page}>
        {version !== null ? (
          <PolicyVersionView
            version={version}
            {...(isAdmin &&
              policies.data !== undefined &&
              policies.data.version !== version && { onGoBack: goBackTo })}
          />
        ) : (
          <QueryView
            query={policies}
            skeleton={<Skeleton shape="rows" count={4} label="Reading the rules" />}
          >
            {(stored) =>
              isEdited ? (
                <PolicyEditor stored={stored} start={start} onEnd={end} />
              ) : stored.body.policies.length === 0 ? (
                <EmptyState kind="nothing-yet" title="This portal has no rules of its own">
                  Azure alone decides what people may create here.
                </EmptyState>
              ) : (
                <PolicyList body={stored.body} />
              )
            }
          </QueryView>
        )}
        {isAdmin ? (
          <PolicyVersions chosen={version} />
        ) : (
          <NotAdministrator to="change the rules" at={paths.policies()} />
        )}
      </div>
    </>
  )
}
