import { Select, makeStyles, tokens } from '@fluentui/react-components'
import type { Subscription } from '@trustwright/shared-schemas'
import { useId } from 'react'
import { useGo } from '../../components/app-link.tsx'

const useStyles = makeStyles({
  choice: { display: 'grid', rowGap: '4px', maxWidth: '360px', marginBottom: '16px' },
  label: { fontWeight: tokens.fontWeightSemibold, lineHeight: '20px' },
})

interface SubscriptionChoiceProps {
  readonly list: readonly Subscription[]
  readonly chosen: string | null
  /** What choosing none means. */
  readonly prompt?: string
  /** The present page with another subscription in its address. */
  readonly addressOf: (subscriptionId: string) => string
}

/** Chooses the subscription by changing the address. */
export function SubscriptionChoice({
  list,
  chosen,
  prompt = 'Choose a subscription',
  addressOf,
}: SubscriptionChoiceProps) {
  const styles = useStyles()
  const id = useId()
  const go = useGo()
  const isKnown = chosen === null || list.some(({ subscriptionId }) => subscriptionId === chosen)
  return (
    <div className={styles.choice}>
      <label className={styles.label} htmlFor={id}>
        Subscription
      </label>
      <Select id={id} value={chosen ?? ''} onChange={(_, { value }) => go(addressOf(value))}>
        {/* A single one is chosen in any case. */}
        {(list.length !== 1 || !isKnown) && <option value="">{prompt}</option>}
        {/* A link may name one that this person cannot read. */}
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {list.map(({ subscriptionId, displayName }) => (
          <option key={subscriptionId} value={subscriptionId}>
            {displayName}
          </option>
        ))}
      </Select>
    </div>
  )
}
