import { makeStyles, tokens } from '@fluentui/react-components'
import type { PolicySet } from '@trustwright/shared-schemas'
import { usePrincipalNames } from '../../components/principal-names.ts'
import { policyDiff } from './policy-diff.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '12px' },
  item: { display: 'grid', rowGap: '2px', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  gone: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  come: { textDecorationLine: 'none' },
  word: { color: tokens.colorNeutralForeground2 },
})

const words = { added: 'New', removed: 'Taken away', changed: 'Changed' } as const

/** What differs between two sets of rules. */
export function PolicyChanges({ before, after }: { readonly before: PolicySet; readonly after: PolicySet }) {
  const styles = useStyles()
  const people = usePrincipalNames(
    [...before.policies, ...after.policies].flatMap(({ mayCreate }) => mayCreate ?? []),
  )
  const changes = policyDiff(before, after, people)
  if (changes.length === 0) return <p>Nothing differs.</p>
  return (
    <ul className={styles.list} aria-label="What differs">
      {changes.map(({ come, gone, key, kind, title }) => (
        <li key={key} className={styles.item}>
          <span>
            <span className={styles.word}>{words[kind]}: </span>
            <span className={styles.title}>{title}</span>
          </span>
          {gone.map((line) => (
            <del key={line} className={styles.gone}>
              {line}
            </del>
          ))}
          {come.map((line) => (
            <ins key={line} className={styles.come}>
              {line}
            </ins>
          ))}
        </li>
      ))}
    </ul>
  )
}
