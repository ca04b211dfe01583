import { setTimeout as pause } from 'node:timers/promises'
import type { World } from '../../kernel/world.ts'
import { armState } from '../core/arm-state.ts'
import { credentialFaults } from './credential-faults.ts'
import { refuse } from '../core/refusal.ts'

/** How long one credential write keeps its identity busy. */
const writeDurationMs = 30

/**
 * Runs one write of an identity's credentials. A second one that arrives meanwhile is refused with ARM's 409;
 * writes on different identities do not meet.
 * Source: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export async function writeAlone<T>(world: World, identityKey: string, write: () => T): Promise<T> {
  const { writing } = armState(world)
  if (writing.has(identityKey)) throw refuse(credentialFaults.concurrentWrite(identityKey))
  writing.add(identityKey)
  try {
    await pause(writeDurationMs)
    return write()
  } finally {
    writing.delete(identityKey)
  }
}
