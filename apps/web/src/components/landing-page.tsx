import { makeStyles, tokens } from '@fluentui/react-components'
import type { ClaimSegments } from '@trustwright/federation'
import { paths, signInAddress } from '../paths.ts'
import { ActionLink } from './action-link.tsx'
import { AppLink } from './app-link.tsx'
import { ClaimStrip } from './claim-strip.tsx'
import { PageHeader } from './page-header.tsx'
import { TrustLine } from './trust-line.tsx'
import { useHere } from './use-here.ts'

const useStyles = makeStyles({
  page: { maxWidth: '880px', margin: '48px auto 0', '@media (max-width: 639px)': { marginTop: '16px' } },
  act: { display: 'grid', justifyItems: 'start', rowGap: '12px', marginBottom: '48px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
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

/** For whoever is signed out: what this is, what it shows, and one thing to do. Never a redirect on its own. */
export function LandingPage() {
  const styles = useStyles()
  const here = useHere()
  return (
    <div className={styles.page}>
      <PageHeader
        title="Decide who gets in, without a secret"
        summary="Create, review and prove the trusts between your outside workloads and your identities in Microsoft Entra (federated identity credentials). You see every letter that Azure will compare before you store it."
      />
      <div className={styles.act}>
        <ActionLink href={signInAddress(here)} appearance="primary" size="large" leaves>
          Sign in
        </ActionLink>
        <p>
          A workload cannot sign in?{' '}
          <AppLink href={paths.doctor()}>Paste its error or token in the doctor</AppLink>: that works without
          signing in.
        </p>
        <p className={styles.quiet}>
          The portal adds no rights: you see and change what Azure lets you see and change.
        </p>
      </div>
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
    </div>
  )
}
