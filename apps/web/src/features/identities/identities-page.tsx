import { Add20Regular } from '@fluentui/react-icons'
import { useSearch } from '@tanstack/react-router'
import { ActionLink } from '../../components/action-link.tsx'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { paths } from '../../paths.ts'
import { ApplicationMark, ManagedIdentityMark } from '../../ui/marks.tsx'
import { ApplicationList } from './application-list.tsx'
import { ManagedIdentities } from './managed-identities.tsx'

/** What workloads sign in as: managed identities, or applications of the directory. The address says which. */
export function IdentitiesPage() {
  const search = useSearch({ from: '/identities' })
  const isApp = search.kind === 'app'
  return (
    <>
      <PageHeader
        title="Identities"
        summary="What workloads can sign in as. Each holds up to 20 trusts."
        actions={
          <ActionLink
            appearance="primary"
            icon={<Add20Regular />}
            href={
              isApp ? paths.applicationCreate() : paths.identityCreate({ subscription: search.subscription })
            }
          >
            {isApp ? 'New application' : 'New identity'}
          </ActionLink>
        }
      />
      <ChoiceLinks
        label="Kind of identity"
        look="tabs"
        choices={[
          {
            text: 'Managed identities',
            href: paths.identities(),
            current: !isApp,
            icon: <ManagedIdentityMark />,
          },
          {
            text: 'Applications',
            href: paths.identities({ kind: 'app' }),
            current: isApp,
            icon: <ApplicationMark />,
          },
        ]}
      />
      {isApp ? (
        <ApplicationList of={search.of ?? 'mine'} filter={search.q ?? ''} />
      ) : (
        <ManagedIdentities subscription={search.subscription} filter={search.q ?? ''} />
      )}
    </>
  )
}
