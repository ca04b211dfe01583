import { makeStyles, tokens } from '@fluentui/react-components'
import type { PolicySet } from '@trustwright/shared-schemas'
import { useDeferredValue, useMemo } from 'react'
import { isOpen } from '../../components/inventory/inventory-query.ts'
import { useInventory } from '../../components/inventory/use-inventory.ts'
import { FailedState } from '../../components/state-views.tsx'
import { TrustLine } from '../../components/trust-line.tsx'
import { trustKeyOf } from '../../components/trust-key.ts'
import { count, counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Fold } from '../../ui/fold.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { refusedToday } from './refused-today.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px' },
  examples: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** What the rules, as they are typed, would refuse of the trusts that are stored now. */
export function RefusedPreview({ body }: { readonly body: PolicySet }) {
  const styles = useStyles()
  const { inventory, error, retry } = useInventory()
  const rows = inventory?.rows
  const policies = useDeferredValue(body.policies)
  const told = useMemo(() => (rows === undefined ? null : refusedToday(policies, rows)), [policies, rows])
  if (error !== null && told === null) return <FailedState error={error} onRetry={retry} />
  if (told === null || inventory === undefined)
    return <Skeleton shape="facts" count={2} label="Reading the trusts of today" />
  const isPart = inventory.hasMore || isOpen(inventory.scan) || inventory.unreadable.length > 0
  return (
    <div className={styles.box} aria-live="polite">
      <p className={styles.strong}>
        {`Would refuse ${count(told.refused)} of the ${counted(told.trusts, 'trust')} that ${isPart ? 'were read so far' : 'you may read'}.`}
      </p>
      <p className={styles.quiet}>
        They stay as they are, and stand among the findings. Who created them, and the roles, are not judged
        here.
      </p>
      <ul className={styles.list}>
        {told.byPolicy.map(({ policyId, title, count: many }) => (
          <li key={policyId}>{`${title}: ${many === 0 ? 'none' : count(many)}`}</li>
        ))}
      </ul>
      {told.examples.length > 0 && (
        <Fold
          summary={`Show ${told.examples.length === told.refused ? 'them' : `the first ${told.examples.length}`}`}
        >
          <ul className={styles.examples}>
            {told.examples.map(({ row, why }) => (
              <li key={row.trustKey}>
                <TrustLine
                  {...row.trust}
                  identity={{ kind: row.trust.parent.kind, name: row.identityName }}
                  href={paths.trust(trustKeyOf(row.trust))}
                />
                <span className={styles.quiet}>{why}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  )
}
