import { makeStyles, tokens } from '@fluentui/react-components'
import { AlignedClaim } from '../../components/diagnosis/aligned-claim.tsx'
import { alignmentWords, claimLabels } from '../../components/diagnosis/alignment-words.ts'
import { TrustLine } from '../../components/trust-line.tsx'
import { paths } from '../../paths.ts'
import type { NearTrust } from './examine.ts'
import type { TenantTrust } from './scope.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '4px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  summary: { cursor: 'pointer', minHeight: '24px', color: tokens.colorNeutralForeground2 },
  details: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', paddingTop: '8px' },
})

/** The trusts most alike, each with what differs. */
export function NearestTrusts({
  nearest,
  token,
  linked,
}: {
  readonly nearest: readonly NearTrust[]
  /** The token's issuer, where it is known. */
  readonly token: string | undefined
  readonly linked: boolean
}) {
  const styles = useStyles()
  return (
    <ol className={styles.list}>
      {nearest.map(({ trust, differences }) => (
        <li key={`${trust.stored.resourceId} ${trust.stored.name}`} className={styles.item}>
          <TenantTrustLine trust={trust} linked={linked} />
          {differences.length === 0 ? (
            <span className={styles.summary}>A condition of its pattern is not met.</span>
          ) : (
            <details>
              <summary className={styles.summary}>
                {differences
                  .map(
                    (one) =>
                      `${claimLabels[one.claim]}: ${lowerFirst(alignmentWords(one, [trust.stored.issuer, token ?? '']))}`,
                  )
                  .join(' · ')}
              </summary>
              <div className={styles.details}>
                {differences.map((one) => (
                  <AlignedClaim
                    key={one.claim}
                    alignment={one}
                    issuers={[trust.stored.issuer, token ?? '']}
                  />
                ))}
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}

/** A trust of the tenant as a line; its name leads to its page unless it is made up. */
export function TenantTrustLine({
  trust,
  linked,
}: {
  readonly trust: TenantTrust
  readonly linked: boolean
}) {
  const { stored, parentName } = trust
  const { issuer, subject, expression, parent, name } = stored
  return (
    <TrustLine
      issuer={issuer}
      subject={subject}
      expression={expression}
      identity={{ kind: parent.kind, name: parentName }}
      {...(linked ? { href: paths.trust({ parent, trustName: name }) } : {})}
    />
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
