import { GithubSignInOutcome } from '@trustwright/shared-schemas'
import { Callout } from '../../ui/callout.tsx'

const words: Readonly<Record<Exclude<GithubSignInOutcome, 'connected'>, string>> = {
  cancelled: 'You went back at GitHub’s page. What is public can be looked up without it.',
  expired: 'It took too long, or was used already. Begin again here.',
  'other-browser': 'The answer came to another browser than the one that began. Begin again here.',
  refused: 'GitHub refused the portal. Tell the people who run it.',
  unreachable: 'GitHub did not answer. Try again, or fill in the fields by hand.',
  'not-set-up': 'This portal is not registered at GitHub, so it looks up what is public.',
  'signed-out': 'Sign in to the portal first, then to GitHub.',
  'portal-fault': 'The portal failed. Try again, or fill in the fields by hand.',
}

/** How a visit to GitHub's sign-in ended; nothing where there was none. */
export function GithubOutcome({ outcome }: { readonly outcome: string | undefined }) {
  const known = GithubSignInOutcome.safeParse(outcome)
  if (!known.success) return null
  if (known.data === 'connected') {
    return (
      <Callout
        intent="success"
        title="You are signed in to GitHub: your private repositories are found now"
      />
    )
  }
  return (
    <Callout intent="warning" title="You are not signed in to GitHub">
      <p>{words[known.data]}</p>
    </Callout>
  )
}
