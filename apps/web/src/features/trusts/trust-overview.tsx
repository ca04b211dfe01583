import { makeStyles, tokens } from '@fluentui/react-components'
import { segmentClaims } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import type { ParentDetail } from '../../api/parent-queries.ts'
import { CauseNotes } from '../../components/checks/cause-notes.tsx'
import { ClaimStrip } from '../../components/claim-strip.tsx'
import { Identifier } from '../../components/identifier.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import type { KnownTrust } from '../../components/inventory/use-known-trust.ts'
import { useSession } from '../../components/use-session.ts'
import { Callout } from '../../ui/callout.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { isFlexible } from '../../components/trust-words.ts'
import { PatternWords } from './pattern-words.tsx'
import { checkStored } from '../../components/prove/stored-check.ts'
import { TrustLadder } from '../../components/prove/trust-ladder.tsx'
import type { TrustKey } from '../../paths.ts'
import { SwitchOffer } from './id-switch/switch-offer.tsx'
import { SameIdentity } from './same-identity.tsx'
import { TrustFindings } from './trust-findings.tsx'
import { oddityText } from './trust-oddities.ts'
import { TrustStanding } from './trust-standing.tsx'
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
  readonly trustKey: TrustKey
  readonly trust: Trust
  readonly detail: ParentDetail | null
  readonly known: KnownTrust
  readonly isKeptByAks: boolean
}

/** What is stored, what is odd about it, and what is proven of it. */
export function TrustOverview({ trustKey, trust, detail, known, isKeptByAks }: TrustOverviewProps) {
  const styles = useStyles()
  const { settings } = useSession()
  const cloud = useCloud()
  const check = useMemo(() => checkStored(trust, cloud), [trust, cloud])
  const claims = segmentClaims(trust, cloud)
  // How far a pattern reaches stands above already.
  const warnings = check.warnings.filter(
    ({ severity, code }) => severity !== 'info' && code !== 'expression-wide',
  )
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
        {!isKeptByAks && <SwitchOffer trustKey={trustKey} trust={trust} />}
        <CauseNotes
          causes={check.causes.filter(({ text }) => !warnings.some((each) => each.text === text))}
        />
        <WarningList stored warnings={warnings} />
      </section>
      <TrustStanding trust={trust} known={known} />
      <TrustFindings
        trustKey={trust.resourceId.toLowerCase()}
        parentKey={known.trust?.parentKey ?? null}
        scan={known.scan?.state === 'finished' ? known.scan.number : null}
      />
      <section className={styles.section}>
        <h2 className={styles.title}>Proof</h2>
        <TrustLadder trustKey={trustKey} trust={trust} />
      </section>
      <SameIdentity trust={trust} />
      <section className={styles.section}>
        <h2 className={styles.title}>Details</h2>
        <FactList
          facts={[
            { term: 'Name', detail: <Identifier value={trust.name} what="name" /> },
            ...(trust.parent.kind === 'application'
              ? [{ term: 'Description', detail: trust.description || 'None' }]
              : []),
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
