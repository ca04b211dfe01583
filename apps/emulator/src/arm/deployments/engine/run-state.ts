import type { World } from '../../../kernel/world.ts'
import type { EmulatorResponse } from '../../../kernel/operation.ts'

/** A deployment that is being carried out in this process. */
export interface RunningDeployment {
  isCancelled: boolean
  /** Settles when the deployment has ended, however it ended. Never rejects. */
  done: Promise<void>
}

interface RunState {
  /** By deployment id in lower case. */
  running: Map<string, RunningDeployment>
  /** Answers to be fetched of what-ifs and deletions, by operation id; undefined while one is worked out. */
  results: Map<string, EmulatorResponse | undefined>
}

const states = new WeakMap<World, RunState>()

/**
 * What deployments keep in memory. The first time it is asked for, deployments that an earlier process left behind
 * unfinished are marked as failed.
 */
export function runState(world: World): RunState {
  const known = states.get(world)
  if (known) return known
  const made: RunState = { running: new Map(), results: new Map() }
  states.set(world, made)
  failInterrupted(world)
  return made
}

function failInterrupted(world: World): void {
  for (const [key, deployment] of world.store.deployments.entries()) {
    const { provisioningState } = deployment.properties
    if (provisioningState !== 'Accepted' && provisioningState !== 'Running') continue
    const error = {
      code: 'DeploymentFailed',
      target: deployment.id,
      message: 'The emulator stopped while the deployment was running.',
    }
    const properties = { ...deployment.properties, provisioningState: 'Failed', error }
    world.store.deployments.put(key, { ...deployment, properties })
  }
}
