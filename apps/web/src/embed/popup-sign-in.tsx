import { Button, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
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

const useStyles = makeStyles({
  place: { display: 'grid', justifyItems: 'start', rowGap: '12px' },
  inDialog: { flexGrow: 1, justifyItems: 'end' },
  // What was said stands between the words of the dialog and its action.
  saidFirst: { order: -1, justifySelf: 'stretch' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** A press that opens the window of a sign-in, and says how it ended where nobody is signed in after it. */
export function PopupSignIn(props: DoorSignInProps) {
  const { door, returnTo, children, appearance, size, inDialog = false } = props
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
    <div className={mergeClasses(styles.place, inDialog && styles.inDialog)}>
      {/* Not greyed while it waits: it then tells what goes on. */}
      <Button
        appearance={signIn.isPending ? 'secondary' : appearance}
        {...(size === undefined ? {} : { size })}
        {...(signIn.isPending ? { icon: <Spinner size="extra-tiny" aria-hidden="true" /> } : {})}
        aria-disabled={signIn.isPending}
        onClick={() => {
          if (!signIn.isPending) signIn.mutate()
        }}
      >
        {signIn.isPending ? 'Waiting for the sign-in window' : children}
      </Button>
      {signIn.isPending && (
        <p className={mergeClasses(styles.quiet, inDialog && styles.saidFirst)}>
          It may stand behind this one. Close it to begin again.
        </p>
      )}
      {words !== null && (
        <div className={inDialog ? styles.saidFirst : undefined}>
          <Callout intent="warning" role="alert" title={words.title}>
            <p>{words.nextStep}</p>
            {said !== null && <p>Microsoft said: {said}</p>}
          </Callout>
        </div>
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
