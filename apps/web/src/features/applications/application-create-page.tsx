import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ApiProblem } from '../../api/api-problem.ts'
import { directoryAccessQuery } from '../../api/application-queries.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ApplicationCreateForm } from './application-create-form.tsx'

/** A new application of the directory. */
export function ApplicationCreatePage() {
  const { returnTo } = useSearch({ from: '/identities/new/app' })
  const access = useQuery(directoryAccessQuery)
  return (
    <>
      <PageHeader
        title="New application"
        breadcrumbs={[{ text: 'Identities', href: paths.identities({ kind: 'app' }) }]}
        summary="An app registration. It can do nothing until it gets a role, and nothing can sign in as it until it gets a trust."
      />
      {isRefused(access.error) ? (
        <ApplicationCreateForm access={null} returnTo={returnTo} />
      ) : (
        <QueryView
          query={access}
          skeleton={<Skeleton shape="form" count={1} label="Reading what you may do" />}
        >
          {({ createApplication }) => (
            <ApplicationCreateForm access={createApplication} returnTo={returnTo} />
          )}
        </QueryView>
      )}
    </>
  )
}

/** Not being told one's rights is no reason to keep the form away: Graph decides. */
function isRefused(error: Error | null): boolean {
  return error instanceof ApiProblem && error.code === 'FORBIDDEN'
}
