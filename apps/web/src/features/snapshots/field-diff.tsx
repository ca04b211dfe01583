import { makeStyles, tokens } from '@fluentui/react-components'
import { differenceRuns } from '../../components/difference-runs.ts'
import { Runs } from '../../components/value-diff.tsx'
import { listChanges, type FieldChange } from './field-changes.ts'

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: '8px', margin: 0 },
  field: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr)',
    columnGap: '12px',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: { color: tokens.colorNeutralForeground2 },
  values: { display: 'grid', rowGap: '2px', margin: 0, minWidth: 0 },
  value: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'baseline',
  },
  who: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  gone: { textDecorationLine: 'line-through', color: tokens.colorStatusDangerForeground1 },
  come: {
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    color: tokens.colorStatusSuccessForeground1,
  },
})

/** Each value before and after; of a list, what came and what went. */
export function FieldDiff({ fields }: { readonly fields: readonly FieldChange[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {fields.map((field) => (
        <div key={field.label} className={styles.field}>
          <dt className={styles.label}>{field.label}</dt>
          <dd className={styles.values}>
            {field.isList ? <Lines field={field} /> : <Texts field={field} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Texts({ field: { before, after } }: { readonly field: FieldChange }) {
  const styles = useStyles()
  const runs = differenceRuns(before, after)
  const isBoth = before !== '' && after !== ''
  return (
    <>
      {before !== '' && (
        <span className={styles.value}>
          <span className={styles.who}>{isBoth ? 'Before' : 'Was'}</span>
          <code className={styles.text}>
            {isBoth ? <Runs runs={runs.stored} mark="del" className={styles.gone} /> : before}
          </code>
        </span>
      )}
      {after !== '' && (
        <span className={styles.value}>
          <span className={styles.who}>{isBoth ? 'After' : 'Is'}</span>
          <code className={styles.text}>
            {isBoth ? <Runs runs={runs.presented} mark="ins" className={styles.come} /> : after}
          </code>
        </span>
      )}
    </>
  )
}

function Lines({ field }: { readonly field: FieldChange }) {
  const styles = useStyles()
  const { removed, added } = listChanges(field)
  // Of what came or went whole, nothing is to be told apart.
  if (field.before === '' || field.after === '') {
    return [...removed, ...added].map((line) => (
      <span key={line} className={styles.value}>
        <span className={styles.who}>{field.before === '' ? 'Is' : 'Was'}</span>
        <code className={styles.text}>{line}</code>
      </span>
    ))
  }
  return (
    <>
      {removed.map((line) => (
        <span key={`- ${line}`} className={styles.value}>
          <span className={styles.who}>Gone</span>
          <del className={styles.gone}>
            <code className={styles.text}>{line}</code>
          </del>
        </span>
      ))}
      {added.map((line) => (
        <span key={`+ ${line}`} className={styles.value}>
          <span className={styles.who}>New</span>
          <ins className={styles.come}>
            <code className={styles.text}>{line}</code>
          </ins>
        </span>
      ))}
    </>
  )
}
