import { makeStyles } from '@fluentui/react-components'
import type { ParentDetail } from '../../api/parent-queries.ts'
import { AccessSection } from '../../components/access/access-section.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
})

/** What the trust opens. Null where the identity could not be read. */
export function TrustAccess({ detail }: { readonly detail: ParentDetail | null }) {
  const styles = useStyles()
  if (detail === null) return <p>The identity could not be read, so its roles are not known.</p>
  const { identity, principalId, name } = detail
  return (
    <div className={styles.page}>
      <p>
        Whoever signs in by this trust may do what {name} may. Every trust of {name} opens the same.
      </p>
      <AccessSection
        principalId={principalId}
        name={name}
        scopeHint={
          identity === null
            ? null
            : { subscriptionId: identity.subscriptionId, resourceGroup: identity.resourceGroup }
        }
      />
    </div>
  )
}
