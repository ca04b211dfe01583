import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { githubConnectionQuery } from '../../api/github-queries.ts'
import { githubSignInAddress } from '../../paths.ts'
import { useEmbeddedDoor } from '../embedded-door.ts'

interface GithubSignInProps {
  /** Keeps what is on the page and tells the address that opens it again; null where it could not be kept. */
  readonly keep: () => Promise<string | null>
  /** Offered also to who is signed in: the access of before is not enough. */
  readonly again?: boolean
}

/** Signing in to GitHub, and back to the same page; nothing where the portal is not registered there. */
export function GithubSignIn({ keep, again = false }: GithubSignInProps) {
  const { data } = useQuery(githubConnectionQuery)
  const isEmbedded = useEmbeddedDoor() !== null
  const [state, setState] = useState<'here' | 'leaving' | 'not-kept'>('here')
  // GitHub lets no frame show its sign-in, and a connection belongs to the session of the normal page.
  if (data?.canConnect !== true || isEmbedded) return null
  if (data.connection !== null && !again) return null
  async function leave() {
    setState('leaving')
    const address = await keep()
    if (address === null) setState('not-kept')
    else globalThis.location.assign(githubSignInAddress(address))
  }
  return (
    <>
      <Button disabledFocusable={state === 'leaving'} onClick={() => void leave()}>
        {state === 'leaving' ? 'Opening GitHub' : again ? 'Sign in to GitHub again' : 'Sign in to GitHub'}
      </Button>
      {state === 'not-kept' && (
        <span role="alert">
          This page could not be saved, so it would be lost on the way to GitHub. Try again once it is saved.
        </span>
      )}
    </>
  )
}
