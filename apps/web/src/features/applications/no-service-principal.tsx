import { useQueryClient } from '@tanstack/react-query'
import { applicationEndpoints, type Application } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { applicationQuery } from '../../api/parent-queries.ts'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { notify } from '../../components/toaster.tsx'
import { Callout } from '../../ui/callout.tsx'

interface NoServicePrincipalProps {
  readonly application: Application
  /** Owners may, and the directory roles that manage applications. */
  readonly mayMake: boolean
}

/** Nothing can sign in as an application that has no service principal here; this makes it. */
export function NoServicePrincipal({ application, mayMake }: NoServicePrincipalProps) {
  const queries = useQueryClient()
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const { appId, displayName } = application

  async function make() {
    setState({ busy: true, error: null })
    try {
      await call(applicationEndpoints.createServicePrincipal, { params: { appId } })
      notify({
        intent: 'success',
        title: `${displayName} has a service principal`,
        text: 'What it trusts can sign in now.',
      })
      setState({ busy: false, error: null })
    } catch (error) {
      setState({ busy: false, error })
    }
    await queries.invalidateQueries({ queryKey: applicationQuery(appId).queryKey })
    void queries.invalidateQueries({ queryKey: ['listParentActivity'] })
  }

  return (
    <Callout
      intent="warning"
      title="Nothing can sign in as this application yet"
      actions={
        <SubmitButton
          type="button"
          label="Make the service principal"
          busyLabel="Making the service principal"
          busy={state.busy}
          blockedReason={mayMake ? null : 'It takes the same right as adding a trust, named below.'}
          onClick={() => void make()}
        />
      }
    >
      <p>
        It has no service principal in this tenant. Trusts can be added already, but Entra refuses every token
        until there is one.
      </p>
      {state.error !== null && <ProblemNotice error={state.error} />}
    </Callout>
  )
}
