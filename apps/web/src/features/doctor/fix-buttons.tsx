import type { Cause } from '@trustwright/federation'
import { ActionLink } from '../../components/action-link.tsx'
import { CodeBlock } from '../../components/code/code-block.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { SignInAct } from '../../components/sign-in-act.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import { useSession } from '../../components/use-session.ts'
import { changeAddress, createAddress, valuesToSet, type Create } from './fixes.ts'
import { RecreateButton } from './recreate-button.tsx'
import type { Scope, TenantTrust } from './scope.ts'
import { WaitClock } from './wait-clock.tsx'

interface FixButtonsProps {
  readonly cause: Cause
  /** All of them: one change mends every value. */
  readonly causes: readonly Cause[]
  /** The trust that they are about; null where none is known. */
  readonly target: TenantTrust | null
  readonly scope: Scope
}

/** What can be done about a cause, as buttons. */
export function FixButtons({ cause: { action }, causes, target, scope }: FixButtonsProps) {
  if (action === undefined) return null
  if (action.kind === 'wait') return <WaitClock seconds={action.seconds} />
  if (action.kind === 'run')
    return (
      <CodeBlock words="Run this where you are signed in to Azure." what="command" text={action.command} />
    )
  if (action.kind === 'recreate') return target === null ? null : <RecreateButton trust={target} />
  if (action.kind === 'create') return <CreateLink create={action} scope={scope} isFirst />
  if (target === null)
    return (
      <CopyButton
        value={action.value}
        what={action.field}
        text={`Copy the right ${action.field}`}
        appearance="secondary"
      />
    )
  return (
    <ActionLink href={changeAddress(target, valuesToSet(causes))} appearance="primary">
      Update the trust
    </ActionLink>
  )
}

interface CreateLinkProps {
  readonly create: Create
  readonly scope: Scope
  readonly isFirst?: boolean
}

/** Opens a new trust filled with what the workload showed, after signing in where that is needed. */
export function CreateLink({ create, scope, isFirst = false }: CreateLinkProps) {
  const cloud = useCloud()
  const { user } = useSession()
  const address = createAddress(create, scope.parent?.parent ?? null, cloud)
  const appearance = isFirst ? 'primary' : 'secondary'
  return user === null ? (
    <SignInAct returnTo={address} appearance={appearance}>
      Sign in and create this trust
    </SignInAct>
  ) : (
    <ActionLink href={address} appearance={appearance}>
      Create this trust
    </ActionLink>
  )
}
