import type { NewTrust, Trust } from '@trustwright/shared-schemas'
import { storedAs } from './trust-plan.ts'

export type TrustStepState = 'waiting' | 'running' | 'made' | 'was-there' | 'failed'

export interface TrustStep {
  readonly name: string
  readonly state: TrustStepState
}

/** What the attempts of one form have reached, kept across retries so that nothing is made twice. */
export interface CreateProgress {
  readonly steps: readonly TrustStep[]
  /** Stored by this form. */
  readonly made: readonly Trust[]
  /** An earlier attempt lost its answer, so what it asked for may exist. */
  readonly answerLost: boolean
}

export const nothingCreated: CreateProgress = { steps: [], made: [], answerLost: false }

/** The outside world. */
export interface TrustPorts {
  create: (request: NewTrust) => Promise<Trust>
  list: () => Promise<readonly Trust[]>
  /** True when the answer was lost, so that nobody knows whether Azure did it. */
  isAnswerLost: (error: unknown) => boolean
}

/**
 * Stores one trust after another, since Azure takes one write at a time for an identity, and reports each step. `known`
 * are trusts that the identity has: what is among them is not asked for again. A retry passes the progress of the attempt
 * before; after a lost answer Azure is asked first what exists. Answers with every wanted trust as it is stored. Throws
 * what the failing step threw, after reporting it; what was stored before it stays.
 */
export async function createTrustsSteps(
  requests: readonly NewTrust[],
  known: readonly Trust[],
  before: CreateProgress,
  ports: TrustPorts,
  report: (progress: CreateProgress) => void,
): Promise<readonly Trust[]> {
  const there = [...before.made, ...known, ...(before.answerLost ? await ports.list() : [])]
  let made = before.made
  const states: TrustStepState[] = requests.map((request) => stateOf(request, made, there))
  const tell = (answerLost: boolean) =>
    report({
      steps: requests.map(({ name }, at) => ({ name, state: states[at] ?? 'waiting' })),
      made,
      answerLost,
    })
  const stored: Trust[] = []
  for (const [at, request] of requests.entries()) {
    const found = storedAs(request, there)
    if (found !== null) {
      stored.push(found)
      continue
    }
    states[at] = 'running'
    tell(false)
    try {
      // One write at a time: the next waits for this one.
      // oxlint-disable-next-line no-await-in-loop -- Azure refuses two writes on one identity at once
      const trust = await ports.create(request)
      stored.push(trust)
      made = [...made, trust]
      states[at] = 'made'
      tell(false)
    } catch (error) {
      states[at] = 'failed'
      tell(ports.isAnswerLost(error))
      throw error
    }
  }
  tell(false)
  return stored
}

function stateOf(request: NewTrust, made: readonly Trust[], there: readonly Trust[]): TrustStepState {
  if (storedAs(request, made) !== null) return 'made'
  return storedAs(request, there) === null ? 'waiting' : 'was-there'
}
