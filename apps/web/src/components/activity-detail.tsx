import { makeStyles, tokens } from '@fluentui/react-components'
import type { ActivityEvent } from '@trustwright/shared-schemas'
import { valueChanges } from './activity-words.ts'
import { Identifier } from './identifier.tsx'

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    fontSize: tokens.fontSizeBase200,
    minHeight: '24px',
    width: 'fit-content',
    color: tokens.colorNeutralForeground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '4px 16px',
    margin: '8px 0 0',
  },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, lineHeight: '20px' },
  value: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    overflowWrap: 'anywhere',
    display: 'grid',
  },
  gone: {
    color: tokens.colorNeutralForeground3,
    textDecorationLine: 'line-through',
    textDecorationThickness: '1px',
  },
  word: { fontFamily: tokens.fontFamilyBase, color: tokens.colorNeutralForeground3 },
})

/** Values before and after, and the ids to ask Azure's support with; folded until somebody wants them. */
export function ActivityDetail({ event }: { readonly event: ActivityEvent }) {
  const styles = useStyles()
  const changes = valueChanges(event).filter(({ before, after }) => before !== null || after !== null)
  if (changes.length === 0 && event.upstreamRequestId === null) return null
  return (
    <details>
      <summary className={styles.summary}>Values and references</summary>
      <dl className={styles.facts}>
        {changes.map(({ name, before, after }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>
              {before === after ? (
                after
              ) : (
                <>
                  {before !== null && (
                    <span>
                      <span className={styles.word}>before </span>
                      <del className={styles.gone}>{before}</del>
                    </span>
                  )}
                  {after !== null && (
                    <span>
                      {before !== null && <span className={styles.word}>after </span>}
                      <ins style={{ textDecoration: 'none' }}>{after}</ins>
                    </span>
                  )}
                </>
              )}
            </dd>
          </div>
        ))}
        <dt className={styles.name}>Resource</dt>
        <dd className={styles.value}>
          <Identifier value={event.target} what="resource ID" />
        </dd>
        {event.upstreamRequestId !== null && (
          <>
            <dt className={styles.name}>Azure request</dt>
            <dd className={styles.value}>
              <Identifier value={event.upstreamRequestId} what="Azure request ID" />
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}
