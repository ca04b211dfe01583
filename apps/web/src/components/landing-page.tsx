import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { paths } from '../paths.ts'
import { AppLink } from './app-link.tsx'
import { PageHeader } from './page-header.tsx'
import { SignInAct } from './sign-in-act.tsx'
import { useHere } from './use-here.ts'

const useStyles = makeStyles({
  page: { maxWidth: '880px', margin: '48px auto 0', '@media (max-width: 639px)': { marginTop: '16px' } },
  act: { display: 'grid', justifyItems: 'start', rowGap: '12px', marginBottom: '48px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/**
 * What draws a trust is a fifth of the first page, and nobody needs the example to sign in; where it does not load, the page
 * does without.
 */
const LandingExample = lazy(async () => {
  const late = await import('./landing-example.tsx').catch(() => ({ LandingExample: () => <></> }))
  return { default: late.LandingExample }
})

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
        <SignInAct returnTo={here} appearance="primary" size="large">
          Sign in
        </SignInAct>
        <p>
          A workload cannot sign in?{' '}
          <AppLink href={paths.doctor()}>Paste its error or token in the doctor</AppLink>: that works without
          signing in.
        </p>
        <p className={styles.quiet}>
          The portal adds no rights: you see and change what Azure lets you see and change.
        </p>
      </div>
      <Suspense>
        <LandingExample />
      </Suspense>
    </div>
  )
}
