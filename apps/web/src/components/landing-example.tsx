import { makeStyles, tokens } from '@fluentui/react-components'
import type { ClaimSegments } from '@trustwright/federation'
import { ClaimStrip } from './claim-strip.tsx'
import { TrustLine } from './trust-line.tsx'

const useStyles = makeStyles({
  example: {
    margin: 0,
    padding: '24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    display: 'grid',
    rowGap: '24px',
    '@media (max-width: 639px)': { padding: '16px' },
  },
  rule: { border: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, margin: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const issuer = 'https://token.actions.githubusercontent.com'
const subject = 'repo:contoso/pay-api:environment:prod'

const example: ClaimSegments = {
  issuer: [{ text: issuer, label: 'GitHub Actions', source: 'fixed' }],
  subject: [
    { text: 'repo:', label: '', source: 'fixed' },
    { text: 'contoso', label: 'owner', source: 'field' },
    { text: '/', label: '', source: 'fixed' },
    { text: 'pay-api', label: 'repository', source: 'field' },
    { text: ':', label: '', source: 'fixed' },
    { text: 'environment:', label: 'from your choice', source: 'derived' },
    { text: 'prod', label: 'environment', source: 'field' },
  ],
  audience: [{ text: 'api://AzureADTokenExchange', label: 'Microsoft Entra', source: 'fixed' }],
}

/** One trust as it looks everywhere in the portal. */
export function LandingExample() {
  const styles = useStyles()
  return (
    <figure className={styles.example} aria-label="Example of a trust">
      <TrustLine
        issuer={issuer}
        subject={subject}
        identity={{ kind: 'managedIdentity', name: 'id-pay-prod' }}
        opens="Contributor · rg-pay"
      />
      <hr className={styles.rule} />
      <ClaimStrip claims={example} copy={false} />
      <figcaption className={styles.quiet}>
        An example. Only jobs in environment prod of contoso/pay-api can sign in as id-pay-prod.
      </figcaption>
    </figure>
  )
}
