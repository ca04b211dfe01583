import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { ApplicationSearch } from '../../api/application-queries.ts'

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: '4px 20px', border: 'none', margin: 0, padding: 0 },
  legend: {
    float: 'left',
    padding: 0,
    marginRight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '24px',
  },
  choice: { display: 'inline-flex', alignItems: 'center', columnGap: '8px', minHeight: '24px' },
  radio: { width: '16px', height: '16px', margin: 0, accentColor: tokens.colorCompoundBrandBackground },
})

const choices = [
  ['mine', 'Those I own'],
  ['all', 'All of the tenant'],
] as const

interface WhoseApplicationsProps {
  readonly of: ApplicationSearch['of']
  readonly onChange: (of: ApplicationSearch['of']) => void
}

/** Among whose applications a search looks. */
export function WhoseApplications({ of, onChange }: WhoseApplicationsProps) {
  const styles = useStyles()
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Look among</legend>
      {choices.map(([value, label]) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            checked={of === value}
            onChange={() => onChange(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
