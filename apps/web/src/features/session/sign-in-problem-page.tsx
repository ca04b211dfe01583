import { makeStyles } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import { SignInProblem } from '@trustwright/shared-schemas'
import { ActionLink } from '../../components/action-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { paths, signInAddress } from '../../paths.ts'
import { signInProblemWords } from './sign-in-problem-words.ts'

const route = getRouteApi('/sign-in-problem')

const useStyles = makeStyles({
  page: { maxWidth: '640px', margin: '48px auto 0', '@media (max-width: 639px)': { marginTop: '16px' } },
  words: { display: 'grid', rowGap: '8px', marginBottom: '24px' },
})

const unnamed = {
  title: 'Signing in did not work',
  cause: 'The address of this page does not say why.',
  nextStep: 'Sign in again. If it stays, tell the people who run this portal.',
}

/** Why signing in ended without a session. The reason comes from a closed list; nothing of the address is shown. */
export function SignInProblemPage() {
  const styles = useStyles()
  const { reason } = route.useSearch()
  const known = SignInProblem.safeParse(reason)
  const { title, cause, nextStep } = known.success ? signInProblemWords[known.data] : unnamed
  return (
    <div className={styles.page}>
      <PageHeader title={title} />
      <div className={styles.words}>
        <p>{cause}</p>
        <p>{nextStep}</p>
      </div>
      <ActionLink href={signInAddress(paths.home())} appearance="primary" leaves>
        Sign in
      </ActionLink>
    </div>
  )
}
