import { makeStyles, tokens } from '@fluentui/react-components'
import type { Trust } from '@trustwright/shared-schemas'
import { gapText } from '../../components/inventory/parent-access.ts'
import type { KnownTrust } from '../../components/inventory/use-known-trust.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { useNow } from '../../components/use-now.ts'
import { exactTime, relativeTime, trustAge } from '../../lib/time.ts'
import { ExactTime } from '../../ui/exact-time.tsx'
import { FactList, type Fact } from '../../ui/fact-list.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AppLink } from '../../components/app-link.tsx'
import { paths } from '../../paths.ts'
import { TrustOpens } from './trust-opens.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(360px, 100%), 1fr))',
    gap: '32px',
    alignItems: 'start',
  },
  section: { display: 'grid', rowGap: '12px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  links: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px' },
})

interface TrustStandingProps {
  readonly trust: Trust
  readonly known: KnownTrust
}

/** What the trust opens, and since when it stands, who answers for it and when it was last used. */
export function TrustStanding({ trust, known }: TrustStandingProps) {
  const styles = useStyles()
  return (
    <div className={styles.columns}>
      <section className={styles.section} aria-labelledby="opens">
        <h2 className={styles.title} id="opens">
          What it opens
        </h2>
        <Opens known={known} />
        <p className={styles.links}>
          <AppLink href={paths.parent(trust.parent)}>Roles and permissions of its identity</AppLink>
          {known.trust !== null && (
            <AppLink href={paths.map({ focus: known.trust.trustKey })}>Show it on the map</AppLink>
          )}
        </p>
      </section>
      <section className={styles.section} aria-labelledby="when">
        <h2 className={styles.title} id="when">
          Since when, and whose
        </h2>
        <When trust={trust} known={known} />
      </section>
    </div>
  )
}

function Opens({ known: { trust, isReading, error, scan } }: { readonly known: KnownTrust }) {
  const styles = useStyles()
  if (error !== null && trust === null) return <ProblemNotice error={error} />
  if (isReading) return <Skeleton shape="rows" count={2} label="Reading what it opens" />
  if (trust?.access === undefined || trust.access === null) {
    return (
      <p className={styles.quiet}>
        {scan === null
          ? 'Nobody read your tenant’s trusts yet, so this is not known. '
          : 'It was stored after your trusts were last read, so this is not known. '}
        <AppLink href={paths.trusts()}>Read them</AppLink>
      </p>
    )
  }
  return <TrustOpens access={trust.access} />
}

function When({ trust, known }: TrustStandingProps) {
  const now = useNow()
  const age = trustAge(trust, now)
  const { trust: listed } = known
  const facts: Fact[] = [
    { term: 'Age', detail: <ExactTime text={age.text} exact={age.exact} /> },
    {
      term: 'Seen working',
      detail:
        trust.seen === null ? (
          'Never, through this portal'
        ) : (
          <ExactTime
            text={relativeTime(Date.parse(trust.seen.at), now)}
            exact={exactTime(Date.parse(trust.seen.at))}
          />
        ),
    },
    { term: 'Last used', detail: lastUsed(listed, now) },
    { term: 'Owners', detail: owners(listed) },
  ]
  return <FactList facts={facts} />
}

function lastUsed(listed: KnownTrust['trust'], now: number): string {
  if (listed === null) return 'Not known'
  const { use, parent } = listed
  if (use === null) {
    const gap =
      parent !== null && !parent.lastSignInAt.known ? `, ${gapText(parent.lastSignInAt.because)}` : ''
    return `Not known${gap}`
  }
  if (use.at === null) return 'No sign-in, as far as Azure’s report goes back'
  const when = relativeTime(Date.parse(use.at), now)
  return use.trusts === 1 ? when : `${when}, by one of the ${use.trusts} trusts of its identity`
}

function owners(listed: KnownTrust['trust']): string {
  if (listed === null) return 'Not known'
  if (listed.owners === null) {
    const { parent } = listed
    return parent !== null && !parent.owners.known
      ? `Not known, ${gapText(parent.owners.because)}`
      : 'Not known'
  }
  return listed.owners.length === 0 ? 'Nobody' : listed.owners.join(', ')
}
