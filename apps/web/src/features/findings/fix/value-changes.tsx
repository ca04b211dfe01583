import { makeStyles, tokens } from '@fluentui/react-components'
import type { FixProgress } from '@trustwright/shared-schemas'
import { valueLines, withEdges } from './fix-words.ts'

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: '2px', margin: 0 },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: 0,
    display: 'grid',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  gone: { color: tokens.colorNeutralForeground2 },
  come: { textDecorationLine: 'none' },
})

/** Values before and after. */
export function ValueChanges({ change }: { readonly change: Pick<FixProgress, 'after' | 'before'> }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {valueLines(change).map(({ after, before, claim }) => (
        <div key={claim}>
          <dt className={styles.name}>{claim}</dt>
          <dd className={styles.value}>
            {before !== null && <del className={styles.gone}>{withEdges(before)}</del>}
            {after !== null && <ins className={styles.come}>{withEdges(after)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
