import { makeStyles, tokens } from '@fluentui/react-components'
import type { GuardrailRefusal } from '@trustwright/shared-schemas'
import { paths } from '../../paths.ts'
import { AppLink } from '../app-link.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '8px' },
  item: { display: 'grid', rowGap: '2px', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
})

const most = 5

/** Rules of the portal that refuse: which, why, what would be allowed, and whom to ask. */
export function GuardrailList({ refusals }: { readonly refusals: readonly GuardrailRefusal[] }) {
  const styles = useStyles()
  const byPolicy = Map.groupBy(refusals, ({ policyId }) => policyId)
  return (
    <ul className={styles.list} aria-label="Rules that refuse">
      {[...byPolicy].map(([policyId, [first, ...more]]) =>
        first === undefined ? null : (
          <li key={policyId} className={styles.item}>
            <AppLink className={styles.title} href={`${paths.policies()}#${policyId}`}>
              {first.title}
            </AppLink>
            {[first, ...more].slice(0, most).map(({ fix, why }) => (
              <span key={why}>
                Why: {why}. Allowed: {fix}.
              </span>
            ))}
            {more.length >= most && <span>{`And ${more.length + 1 - most} more like these.`}</span>}
            <span>
              {first.contact === null
                ? 'To ask: the administrators of this portal.'
                : `To ask: ${first.contact}.`}
            </span>
          </li>
        ),
      )}
    </ul>
  )
}
