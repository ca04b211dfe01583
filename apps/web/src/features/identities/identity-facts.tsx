import { makeStyles, tokens } from '@fluentui/react-components'
import type { Identity } from '@trustwright/shared-schemas'
import { Identifier } from '../../components/identifier.tsx'
import { FactList } from '../../ui/fact-list.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '12px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
})

/** The IDs that other tools ask for, each to copy. */
export function IdentityFacts({ identity }: { readonly identity: Identity }) {
  const styles = useStyles()
  const ids = [
    ['Client ID', identity.clientId],
    ['Object (principal) ID', identity.principalId],
    ['Tenant ID', identity.tenantId],
    ['Subscription ID', identity.subscriptionId],
    ['Resource ID', identity.resourceId],
  ] as const
  return (
    <section className={styles.section} aria-labelledby="identity-ids">
      <h2 className={styles.title} id="identity-ids">
        IDs
      </h2>
      <FactList
        facts={ids.map(([term, value]) => ({ term, detail: <Identifier value={value} what={term} /> }))}
      />
    </section>
  )
}
