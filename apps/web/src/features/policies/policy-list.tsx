import { makeStyles, tokens } from '@fluentui/react-components'
import type { PolicySet } from '@trustwright/shared-schemas'
import { usePrincipalNames } from '../../components/principal-names.ts'
import { policySentences } from './policy-sentences.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '12px' },
  item: {
    display: 'grid',
    rowGap: '4px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
    ':target': { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  known: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** The rules in words. */
export function PolicyList({ body }: { readonly body: PolicySet }) {
  const styles = useStyles()
  const { knownAudiences, knownIssuers, policies } = body
  const people = usePrincipalNames(policies.flatMap(({ mayCreate }) => mayCreate ?? []))
  return (
    <>
      <ul className={styles.list} aria-label="Rules">
        {policies.map((policy) => (
          <li key={policy.id} id={policy.id} className={styles.item}>
            <h3 className={styles.title}>{policy.title}</h3>
            {policySentences(policy, people).map((sentence) => (
              <span key={sentence}>{sentence}</span>
            ))}
          </li>
        ))}
      </ul>
      {knownIssuers !== undefined && (
        <p className={styles.known}>Issuers that somebody vouched for: {knownIssuers.join(', ')}.</p>
      )}
      {knownAudiences !== undefined && (
        <p className={styles.known}>Audiences in use on purpose: {knownAudiences.join(', ')}.</p>
      )}
    </>
  )
}
