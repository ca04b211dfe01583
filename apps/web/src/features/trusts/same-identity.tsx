import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { limits, type Trust } from '@trustwright/shared-schemas'
import { parentTrustsQuery } from '../../api/parent-queries.ts'
import { QueryView } from '../../components/query-view.tsx'
import { trustKeyOf } from '../../components/trust-key.ts'
import { TrustLine } from '../../components/trust-line.tsx'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '12px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  list: { listStyleType: 'none', display: 'grid', rowGap: '8px', margin: 0, padding: 0 },
})

/** Who else becomes the same identity, and how many more may. */
export function SameIdentity({ trust }: { readonly trust: Trust }) {
  const styles = useStyles()
  const trusts = useQuery(parentTrustsQuery(trust.parent))
  return (
    <section className={styles.section} aria-labelledby="same">
      <h2 className={styles.title} id="same">
        Trusts of the same identity
      </h2>
      <QueryView query={trusts} skeleton={<Skeleton shape="rows" count={2} label="Reading its neighbours" />}>
        {({ trusts: all }) => {
          const others = all.filter(
            (other) => other.resourceId.toLowerCase() !== trust.resourceId.toLowerCase(),
          )
          return (
            <>
              <p>
                {others.length === 0
                  ? 'None beside this one'
                  : `${counted(others.length, 'other')} beside this one`}
                : {all.length} of {limits.trustsPerIdentity}. Each opens the same.
              </p>
              <ul className={styles.list}>
                {others.map((other) => (
                  <li key={other.resourceId}>
                    <TrustLine
                      issuer={other.issuer}
                      subject={other.subject}
                      expression={other.expression}
                      href={paths.trust(trustKeyOf(other))}
                    />
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </QueryView>
    </section>
  )
}
