import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { TrustParent } from '@trustwright/shared-schemas'
import { parentDetailQuery } from '../../api/parent-queries.ts'
import { AccessSection } from '../../components/access/access-section.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
})

/** What the trust opens: the roles of its identity or application. */
export function TrustAccess({ parent }: { readonly parent: TrustParent }) {
  const styles = useStyles()
  const detail = useQuery(parentDetailQuery(parent))
  return (
    <QueryView query={detail} skeleton={<Skeleton shape="rows" count={3} label="Reading the roles" />}>
      {({ identity, principalId, name }) => (
        <div className={styles.page}>
          <p>
            Whoever signs in by this trust may do what {name} may. Every trust of {name} opens the same.
          </p>
          <AccessSection
            parent={parent}
            principalId={principalId}
            name={name}
            scopeHint={
              identity === null
                ? null
                : { subscriptionId: identity.subscriptionId, resourceGroup: identity.resourceGroup }
            }
          />
        </div>
      )}
    </QueryView>
  )
}
