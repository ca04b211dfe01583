import { Checkbox, makeStyles } from '@fluentui/react-components'
import type { Risks } from './use-risks.ts'

// The box stands in line with the fields above it.
const useStyles = makeStyles({ tick: { marginLeft: '-8px' } })

/** Nothing where there is no risk to take. */
export function RiskTick({ risks }: { readonly risks: Risks }) {
  const styles = useStyles()
  if (risks.faults.length === 0) return null
  return (
    <Checkbox
      className={styles.tick}
      label="Store it all the same. Azure takes it without a word, no token will match, and the record says that I insisted."
      checked={risks.accepted}
      onChange={(_, { checked }) => risks.accept(checked === true)}
    />
  )
}
