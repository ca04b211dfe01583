import type { Identity } from '@trustwright/shared-schemas'
import type { StepState } from '../../components/step-list.tsx'
import type { IdentityPlan } from './identity-form.ts'

/** What an attempt has reached, kept across retries so that nothing is made twice. */
export interface Progress {
  group: StepState
  identity: StepState
  /** `rg-pay` once this form made that group, or found it made by an attempt whose answer was lost. */
  groupMade: string | null
  /** An earlier attempt lost its answer, so what it asked for may exist. */
  answerLost: 'group' | 'identity' | null
}

export const notStarted: Progress = {
  group: 'waiting',
  identity: 'waiting',
  groupMade: null,
  answerLost: null,
}

/** The outside world of the two steps. `read…` answer null when there is none. */
export interface StepPorts {
  createGroup: (group: { name: string; location: string }) => Promise<unknown>
  hasGroup: (name: string) => Promise<boolean>
  createIdentity: (plan: IdentityPlan) => Promise<Identity>
  findIdentity: (plan: IdentityPlan) => Promise<Identity | null>
  /** True when the answer was lost, so that nobody knows whether Azure did it. */
  isAnswerLost: (error: unknown) => boolean
}

/**
 * Makes the group if the plan has one, then the identity, reporting each step. A retry passes the progress of the
 * attempt before: a group already made is not asked for again, and after a lost answer Azure is asked what exists first.
 * Throws what the failing step threw, after reporting it.
 */
export async function createIdentitySteps(
  plan: IdentityPlan,
  before: Progress,
  ports: StepPorts,
  report: (progress: Progress) => void,
): Promise<Identity> {
  let progress: Progress = { ...before, group: 'waiting', identity: 'waiting' }
  const move = (change: Partial<Progress>) => {
    progress = { ...progress, ...change }
    report(progress)
  }
  await groupStep(plan, before, ports, move)
  return identityStep(plan, before, ports, move)
}

type Move = (change: Partial<Progress>) => void

async function groupStep(plan: IdentityPlan, before: Progress, ports: StepPorts, move: Move): Promise<void> {
  const group = plan.newGroup
  if (group === null || before.groupMade === group.name) return move({ group: 'was-there' })
  move({ group: 'running' })
  try {
    const wasThere = before.answerLost === 'group' && (await ports.hasGroup(group.name))
    if (!wasThere) await ports.createGroup(group)
    move({ group: wasThere ? 'was-there' : 'done', groupMade: group.name, answerLost: null })
  } catch (error) {
    move({ group: 'failed', ...(ports.isAnswerLost(error) ? { answerLost: 'group' } : {}) })
    throw error
  }
}

async function identityStep(
  plan: IdentityPlan,
  before: Progress,
  ports: StepPorts,
  move: Move,
): Promise<Identity> {
  move({ identity: 'running' })
  try {
    const found = before.answerLost === 'identity' ? await ports.findIdentity(plan) : null
    const identity = found ?? (await ports.createIdentity(plan))
    move({ identity: found === null ? 'done' : 'was-there', answerLost: null })
    return identity
  } catch (error) {
    move({ identity: 'failed', ...(ports.isAnswerLost(error) ? { answerLost: 'identity' } : {}) })
    throw error
  }
}
