import { Select, makeStyles, tokens } from '@fluentui/react-components'
import type { InventorySnapshot } from '@trustwright/shared-schemas'
import { useId } from 'react'
import { snapshotName } from './change-words.ts'

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 16px' },
  field: { display: 'grid', rowGap: '4px', minWidth: 0, maxWidth: '100%' },
  label: { fontWeight: tokens.fontWeightSemibold },
})

interface PairChoiceProps {
  readonly snapshots: readonly InventorySnapshot[]
  readonly from: number
  readonly to: number
  readonly onChoose: (pair: { readonly from: number; readonly to: number }) => void
}

/** Which two passes stand beside each other. */
export function PairChoice({ snapshots, from, to, onChoose }: PairChoiceProps) {
  const styles = useStyles()
  return (
    <div className={styles.choice}>
      <Field
        label="From"
        value={from}
        snapshots={snapshots.filter(({ number }) => number !== to)}
        onChoose={(next) => onChoose({ from: next, to })}
      />
      <Field
        label="To"
        value={to}
        snapshots={snapshots.filter(({ number }) => number !== from)}
        onChoose={(next) => onChoose({ from, to: next })}
      />
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: number
  readonly snapshots: readonly InventorySnapshot[]
  readonly onChoose: (number: number) => void
}

function Field({ label, value, snapshots, onChoose }: FieldProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <Select id={id} value={String(value)} onChange={(_, { value: next }) => onChoose(Number(next))}>
        {snapshots.map((snapshot) => (
          <option key={snapshot.number} value={String(snapshot.number)}>
            {snapshotName(snapshot)}
          </option>
        ))}
      </Select>
    </div>
  )
}
