import { makeStyles, tokens } from '@fluentui/react-components'
import { Info16Regular, Warning16Filled } from '@fluentui/react-icons'
import type { Preset } from '@trustwright/federation'
import { calendarDay } from '../../lib/time.ts'
import { certaintyWords } from './certainty-words.ts'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    rowGap: '4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    maxWidth: '640px',
  },
  certainty: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: '8px' },
  short: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  warn: { color: tokens.colorStatusWarningForeground3 },
  link: { color: tokens.colorBrandForegroundLink },
})

/** Where the platform's facts come from, how sure they are, and of which day. */
export function PlatformFacts({ preset }: { readonly preset: Preset }) {
  const styles = useStyles()
  const certainty = certaintyWords[preset.certainty]
  return (
    <div className={styles.facts}>
      {certainty !== null && (
        <p className={styles.certainty}>
          {preset.certainty === 'partly' ? (
            <Warning16Filled className={styles.warn} aria-hidden="true" />
          ) : (
            <Info16Regular aria-hidden="true" />
          )}
          <span>
            <span className={styles.short}>{certainty.short}.</span> {certainty.meaning}
          </span>
        </p>
      )}
      <p>
        Compared with{' '}
        <a className={styles.link} href={preset.docsUrl} target="_blank" rel="noreferrer">
          the documents of {preset.category === 'other' ? 'Microsoft Entra' : preset.title}
        </a>{' '}
        on {calendarDay(preset.factsAsOf)}.
      </p>
    </div>
  )
}
