import type { Access, AnyNewApplicationTrust, SetUpVerdict } from '@trustwright/shared-schemas'
import { toStorable } from '../../domain/credential-values.ts'
import { PortalError } from '../../errors.ts'
import type { StoredCredential } from '../../ports.ts'
import { meet } from './judge-trust.ts'
import type { ParentLook } from './look-at-parent.ts'
import { demandLocation } from './make-identity.ts'
import type { StepPayload } from './plan-steps.ts'

export interface Judgement {
  readonly verdict: SetUpVerdict
  readonly problem: PortalError | null
}

const create: Judgement = { verdict: 'create', problem: null }
const there: Judgement = { verdict: 'already-there', problem: null }
const against = (verdict: SetUpVerdict, problem: PortalError): Judgement => ({ verdict, problem })

/** Nothing can be said of what could not be read. */
export function judgeProblem(problem: PortalError): Judgement {
  const isOpen = ['UPSTREAM_FAILED', 'UPSTREAM_TIMEOUT', 'THROTTLED'].includes(problem.code)
  return against(isOpen ? 'unknown' : 'refused', problem)
}

/** A step but a role or a resource group. `stored` is what its parent will hold by then. */
export function judgeStep(
  payload: Exclude<StepPayload, { kind: 'role' | 'resource-group' }>,
  look: ParentLook,
  stored: readonly StoredCredential[],
): Judgement {
  if (look.problem !== null) return judgeProblem(look.problem)
  if (payload.kind === 'identity') return judgeIdentity(payload.location, look)
  if (payload.kind === 'application') return look.exists === true ? there : orLacking(look.write, create)
  if (payload.kind === 'service-principal') return look.principalId === null ? create : there
  return judgeTrust(payload.trust, look, stored)
}

function judgeTrust(
  { name, ...asked }: AnyNewApplicationTrust,
  { exists, identity, write }: ParentLook,
  stored: readonly StoredCredential[],
): Judgement {
  const values = toStorable(asked)
  const meeting = meet(stored, name, values)
  if (meeting.kind === 'already-there') return there
  if (meeting.kind === 'against') {
    const isFull = meeting.problem.code === 'TRUST_LIMIT_REACHED'
    return against(isFull ? 'refused' : 'conflict', meeting.problem)
  }
  if (identity?.supportsTrusts === false) return against('refused', new PortalError('REGION_NOT_SUPPORTED'))
  return orLacking(exists === true ? write : null, create)
}

function judgeIdentity(location: string, { exists, identity, write }: ParentLook): Judgement {
  if (identity === null || exists !== true) return orLacking(write, create)
  try {
    demandLocation(identity, location)
    return there
  } catch (error) {
    if (error instanceof PortalError) return against('conflict', error)
    throw error
  }
}

/** Where the person's roles do not carry the action. A hint that a run is not kept from. */
export function orLacking(access: Access | null, otherwise: Judgement): Judgement {
  if (access === null || access.allowed) return otherwise
  const { action, role, scope } = access
  return against(
    'refused',
    new PortalError('FORBIDDEN', {
      nextStep: `Ask for the role ${role} at ${scope}.`,
      missing: { action, scope, role },
    }),
  )
}
