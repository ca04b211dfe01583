import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { githubConnectionQuery } from '../../../api/github-queries.ts'
import { githubSignInAddress, paths } from '../../../paths.ts'
import type { Wizard } from '../wizard.ts'

/** Signing in to GitHub, and back into the same draft; nothing where the portal is not registered there. */
export function GithubSignIn({
  wizard,
  again = false,
}: {
  readonly wizard: Wizard
  readonly again?: boolean
}) {
  const { data } = useQuery(githubConnectionQuery)
  const [leaving, setLeaving] = useState(false)
  const { storedId } = wizard
  if (storedId === null || data?.canConnect !== true) return null
  if (data.connection !== null && !again) return null
  async function leave(draftId: string) {
    setLeaving(true)
    // What was typed last goes along.
    await wizard.flush()
    globalThis.location.assign(githubSignInAddress(paths.wizardStep(draftId, 'workload')))
  }
  return (
    <Button disabledFocusable={leaving} onClick={() => void leave(storedId)}>
      {leaving ? 'Opening GitHub' : again ? 'Sign in to GitHub again' : 'Sign in to GitHub'}
    </Button>
  )
}
