import { limits, type TrustParent } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { ActionLink } from '../action-link.tsx'
import { Identifier } from '../identifier.tsx'
import { parentNoun } from '../parent/parent-words.ts'
import { useParentAddress } from '../parent/use-parent-address.ts'
import type { TrustStep } from './create-trusts-steps.ts'

/** Azure has no room for it, although the list that the page counted had. */
export function isFull(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'TRUST_LIMIT_REACHED'
}

interface FullNoticeProps {
  readonly parent: TrustParent
  readonly parentName: string
  readonly steps: readonly TrustStep[]
  readonly problem: ApiProblem
}

/** The identity filled up meanwhile: what is stored and what is not, and the two ways on. */
export function FullNotice({ parent, parentName, steps, problem }: FullNoticeProps) {
  const { addressOfSide } = useParentAddress()
  const noun = parentNoun(parent)
  const named = (isStored: boolean) =>
    steps
      .filter(({ state }) => (state === 'made' || state === 'was-there') === isStored)
      .map(({ name }) => name)
      .join(', ')
  const stored = named(true)
  return (
    <Callout
      intent="danger"
      role="alert"
      title={`${parentName} is full`}
      actions={
        <>
          <ActionLink href={addressOfSide(parent.kind)}>Use another {noun}</ActionLink>
          <ActionLink href={paths.parent(parent)}>Open its trusts</ActionLink>
        </>
      }
    >
      <p>
        It has {counted(limits.trustsPerIdentity, 'trust')}, which is all that Azure allows: somebody added to
        it since this page counted.
      </p>
      {stored !== '' && <p>Stored, and it stays: {stored}.</p>}
      <p>Not stored: {named(false)}. What you typed stays.</p>
      <p>Delete a trust that is no longer needed, or use another {noun}.</p>
      <p>
        Reference <Identifier value={problem.problem.requestId} what="reference" />
      </p>
    </Callout>
  )
}
