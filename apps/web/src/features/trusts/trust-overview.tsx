import { makeStyles, tokens } from '@fluentui/react-components'
import { segmentClaims } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { useMemo, useState } from 'react'
import type { ParentDetail } from '../../api/parent-queries.ts'
import { ClaimStrip } from '../../components/claim-strip.tsx'
import { Identifier } from '../../components/identifier.tsx'
import { ProofBadge } from '../../components/proof-badge.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import { useNow } from '../../components/use-now.ts'
import { useSession } from '../../components/use-session.ts'
import { trustAge } from '../../lib/time.ts'
import { Callout } from '../../ui/callout.tsx'
import { ExactTime } from '../../ui/exact-time.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { isFlexible } from '../../components/trust-words.ts'
import { PatternWords } from './pattern-words.tsx'
import { checkStored } from '../../components/prove/stored-check.ts'
import { oddityText } from './trust-oddities.ts'
import { WarningList } from '../../components/warning-list.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: '32px', maxWidth: '1200px' },
  section: { display: 'grid', rowGap: '12px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  strip: {
    padding: '20px 24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 639px)': { padding: '16px' },
  },
})

interface TrustOverviewProps {
  readonly trust: Trust
  readonly detail: ParentDetail | null
  /** When a token's claims were compared in this tab and were the same; null when none were. */
  readonly matchedAt: string | null
}

/** What is stored, what is odd about it, and what is proven of it. */
export function TrustOverview({ trust, detail, matchedAt }: TrustOverviewProps) {
  const styles = useStyles()
  const now = useNow()
  const { settings } = useSession()
  const [openedAt] = useState(() => new Date().toISOString())
  const cloud = useCloud()
  const check = useMemo(() => checkStored(trust, cloud), [trust, cloud])
  const claims = segmentClaims(trust, cloud)
  const age = trustAge(trust, now)
  return (
    <div className={styles.page}>
      {trust.oddities.length > 0 && (
        <section className={styles.section} aria-label="Oddities">
          {trust.oddities.map((oddity) => (
            <Callout key={oddity} intent="warning" title={oddityText[oddity].title}>
              <p>{oddityText[oddity].meaning}</p>
            </Callout>
          ))}
        </section>
      )}
      <section className={styles.section}>
        <h2 className={styles.title}>
          {isFlexible(trust) ? 'Azure lets in whatever fits this' : 'Azure looks for exactly this'}
        </h2>
        <div className={styles.strip}>
          <ClaimStrip claims={claims} stored expression={trust.expression} />
        </div>
        <PatternWords trust={trust} />
        <WarningList
          stored
          // How far a pattern reaches stands above already.
          warnings={check.warnings.filter(
            ({ severity, code }) => severity !== 'info' && code !== 'expression-wide',
          )}
        />
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>Proof</h2>
        <ProofBadge
          look="steps"
          checked={
            check.passed
              ? { at: openedAt, evidence: `The values follow the rules for ${check.platform ?? ''}.` }
              : null
          }
          matched={
            matchedAt === null
              ? null
              : { at: matchedAt, evidence: 'A token pasted in this tab carries the same claims.' }
          }
          seen={
            trust.seen === null
              ? null
              : { at: trust.seen.at, evidence: `Entra took a token, shown by ${trust.seen.by}.` }
          }
        />
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>Details</h2>
        <FactList
          facts={[
            { term: 'Name', detail: <Identifier value={trust.name} what="name" /> },
            ...(trust.parent.kind === 'application'
              ? [{ term: 'Description', detail: trust.description || 'None' }]
              : []),
            { term: 'Age', detail: <ExactTime text={age.text} exact={age.exact} /> },
            ...(detail === null
              ? []
              : [
                  { term: 'Client ID', detail: <Identifier value={detail.clientId} what="client ID" /> },
                  {
                    term: 'Tenant ID',
                    detail: <Identifier value={detail.tenantId ?? settings.tenantId} what="tenant ID" />,
                  },
                ]),
            trust.credentialId === undefined
              ? { term: 'Resource ID', detail: <Identifier value={trust.resourceId} what="resource ID" /> }
              : {
                  term: 'Credential ID',
                  detail: <Identifier value={trust.credentialId} what="credential ID" />,
                },
          ]}
        />
      </section>
    </div>
  )
}
