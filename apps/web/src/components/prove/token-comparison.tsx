import { makeStyles, tokens } from '@fluentui/react-components'
import { segmentClaims } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { ClaimStrip } from '../claim-strip.tsx'
import { exactTime, relativeTime } from '../../lib/time.ts'
import { TermResults } from '../pattern/term-results.tsx'
import { useCloud } from '../use-cloud.ts'
import { Callout } from '../../ui/callout.tsx'
import type { TokenLifetime, TokenReading } from './token-reading.ts'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '16px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  strip: {
    padding: '20px 24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 639px)': { padding: '16px' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface TokenComparisonProps {
  readonly reading: TokenReading
  readonly trust: Trust
  /** Milliseconds since 1970. */
  readonly now: number
  /** Entra took this very token through this trust. */
  readonly seen: boolean
  /** Leads on where the token does not fit. */
  readonly toDoctor: ReactNode
}

/** Trust and token side by side, letter by letter, and whether the token is still good. */
export function TokenComparison({ reading, trust, now, seen, toDoctor }: TokenComparisonProps) {
  const styles = useStyles()
  const cloud = useCloud()
  return (
    <section className={styles.box} aria-label="Comparison" aria-live="polite">
      <h2 className={styles.title}>{titles[reading.state]}</h2>
      {reading.state === 'unreadable' && (
        <Callout intent="warning" title="This cannot be read as a token">
          <p>{reading.problem}</p>
        </Callout>
      )}
      {reading.state === 'read' && (
        <Verdict matches={reading.comparison.matches} seen={seen} toDoctor={toDoctor} />
      )}
      {reading.state === 'read' && <Lifetime lifetime={reading.lifetime} now={now} />}
      {reading.state === 'read' && reading.terms.length > 0 && <TermResults results={reading.terms} />}
      <div className={styles.strip}>
        <ClaimStrip
          stored
          claims={segmentClaims(trust, cloud)}
          expression={trust.expression}
          {...(reading.state === 'read' ? { presented: presentedOf(reading.claims) } : {})}
        />
      </div>
    </section>
  )
}

const titles = {
  empty: 'What the token must carry',
  unreadable: 'What the token must carry',
  read: 'Trust and token, letter by letter',
} as const

interface VerdictProps extends Pick<TokenComparisonProps, 'seen' | 'toDoctor'> {
  readonly matches: boolean
}

function Verdict({ matches, seen, toDoctor }: VerdictProps) {
  return matches ? (
    <Callout intent="success" title="Matched: the claims are the same">
      {!seen && <p>A match is no proof yet: only the exchange shows that Entra takes the token.</p>}
    </Callout>
  ) : (
    <Callout intent="danger" title="Entra will refuse this token for this trust">
      <p>Azure compares every letter, and a pattern claim by claim. What differs is marked below.</p>
      <div>{toDoctor}</div>
    </Callout>
  )
}

function Lifetime({ lifetime, now }: { readonly lifetime: TokenLifetime; readonly now: number }) {
  const styles = useStyles()
  if (lifetime.state === 'current') {
    return (
      <p className={styles.quiet}>
        The token ends {relativeTime(lifetime.endsAt, now)}, {exactTime(lifetime.endsAt)}.
      </p>
    )
  }
  if (lifetime.state === 'ended') {
    return (
      <Callout intent="warning" title={`The token ended ${relativeTime(lifetime.endsAt, now)}`}>
        <p>Entra refuses it whatever it carries. Take a fresh one: tokens of workloads last minutes.</p>
      </Callout>
    )
  }
  if (lifetime.state === 'not-yet') {
    return (
      <Callout intent="warning" title={`The token starts ${relativeTime(lifetime.startsAt, now)}`}>
        <p>Entra refuses it until then. Check the clock of the issuer.</p>
      </Callout>
    )
  }
  return (
    <Callout intent="warning" title="The token does not say when it ends">
      <p>Entra asks for the claim “exp”. Ask the issuer for it.</p>
    </Callout>
  )
}

function presentedOf(claims: { issuer: string; subject: string; audience: string }) {
  const orNull = (text: string) => (text === '' ? null : text)
  return { issuer: orNull(claims.issuer), subject: orNull(claims.subject), audience: orNull(claims.audience) }
}
