import { plantSeed } from '../plant-seed.ts'
import type { World } from './world.ts'

/**
 * Everything as after the first start: the seeded tenant, switches as configured, no faults, the machine's time. Keys
 * and named snapshots stay. A process killed in between finds an empty store at its start, and seeds it.
 */
export function resetWorld(world: World): void {
  world.faults.clear()
  world.clock.reset()
  Object.assign(world.reality, world.initialReality)
  world.replaceAll([])
  plantSeed(world)
}
