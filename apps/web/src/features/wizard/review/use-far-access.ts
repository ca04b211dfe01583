import type { NewRoleAssignment } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { isWide, lacksReason } from '../../../components/access/access-values.ts'
import { reasonFault } from '../../../components/access/role-form.ts'
import { wasAccepted } from '../access/accepted-roles.ts'

interface FarAnswers {
  /** Why the owner-like ones are given. */
  readonly reason: string
  /** A whole subscription was ticked. */
  readonly accepts: boolean
}

interface FarAccess extends FarAnswers {
  /** What is said once more. */
  readonly roles: readonly NewRoleAssignment[]
  readonly asksReason: boolean
  readonly asksTick: boolean
  /** What is missing before they can be given; null where nothing is. */
  readonly blocked: string | null
}

export interface FarAccessState extends FarAccess {
  readonly setReason: (reason: string) => void
  readonly setAccepts: (accepts: boolean) => void
}

/** What is left to ask of roles that reach far. */
export function useFarAccess(wanted: readonly NewRoleAssignment[], draftId: string): FarAccessState {
  const [reason, setReason] = useState('')
  const [accepts, setAccepts] = useState(false)
  const isTicked = (role: NewRoleAssignment) => wasAccepted(draftId, role)
  return { ...farAccess(wanted, isTicked, { reason, accepts }), setReason, setAccepts }
}

/**
 * What the access step would have asked. A link skips the step and cannot give a reason, and a tick of another day nobody
 * remembers.
 */
export function farAccess(
  wanted: readonly NewRoleAssignment[],
  isTicked: (role: NewRoleAssignment) => boolean,
  answers: FarAnswers,
): FarAccess {
  const needsTick = (role: NewRoleAssignment) => isWide(role) && !isTicked(role)
  const asksReason = wanted.some(lacksReason)
  const asksTick = wanted.some(needsTick)
  const fault = asksReason ? reasonFault(answers.reason) : null
  const unticked = asksTick && !answers.accepts ? 'Tick above that it needs that much.' : null
  return {
    ...answers,
    roles: wanted.filter((role) => lacksReason(role) || needsTick(role)),
    asksReason,
    asksTick,
    blocked: fault ?? unticked,
  }
}
