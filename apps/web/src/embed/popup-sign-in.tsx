import { Button, makeStyles } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { forgetSessionLost, readWantedOfSignIn } from '../api/session-lost.ts'
import { sessionQuery } from '../api/session-query.ts'
import { tabStorage } from '../lib/browser-storage.ts'
import { clearAllDrafts } from '../lib/draft-store.ts'
import { Callout } from '../ui/callout.tsx'
import { useGo } from '../components/app-link.tsx'
import type { DoorSignInProps, SignInOutcome } from '../components/embedded-door.ts'
import { signInEndWords } from './sign-in-end-words.ts'
import { useHere } from '../components/use-here.ts'

const useStyles = makeStyles({ place: { display: 'grid', justifyItems: 'start', rowGap: '12px' } })

/** A press that opens the window of a sign-in, and says how it ended where nobody is signed in after it. */
export function PopupSignIn({ door, returnTo, children, appearance, size }: DoorSignInProps) {
  const styles = useStyles()
  const here = useHere()
  const go = useGo()
  const takeOver = useTakeOver()
  const signIn = useMutation({
    mutationFn: () => door.signIn(readWantedOfSignIn()),
    onSuccess: async (outcome) => {
      if (outcome.end !== 'signed-in') return
      await takeOver(outcome)
      if (returnTo !== here) go(returnTo, { replace: true })
    },
  })
  const { end, said = null } = signIn.data ?? {}
  const words = end === undefined || end === 'signed-in' ? null : signInEndWords[end]
  return (
    <div className={styles.place}>
      <Button
        appearance={appearance}
        {...(size === undefined ? {} : { size })}
        disabledFocusable={signIn.isPending}
        onClick={() => signIn.mutate()}
      >
        {signIn.isPending ? 'Waiting for the sign-in window' : children}
      </Button>
      {words !== null && (
        <Callout intent="warning" role="alert" title={words.title}>
          <p>{words.nextStep}</p>
          {said !== null && <p>Microsoft said: {said}</p>}
        </Callout>
      )}
    </div>
  )
}

/** What failed for want of a sign-in is read again; what stands on the page stays, unless it was somebody else's. */
function useTakeOver() {
  const queries = useQueryClient()
  return async ({ isOther }: SignInOutcome) => {
    if (isOther) {
      clearAllDrafts(tabStorage)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
    }
    forgetSessionLost()
    await queries.invalidateQueries(sessionQuery)
    await queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
  }
}
