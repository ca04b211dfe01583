import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plantSeed } from '../plant-seed.ts'
import { createMovableClock, systemClock, type Clock } from './clock.ts'
import { createDispatch } from './dispatch.ts'
import { createFaults } from './faults.ts'
import { createIssuerFetch } from './fetch-issuer.ts'
import { lockFolder } from './folder-lock.ts'
import { openSigningKeys } from './key-files.ts'
import { pruneExpired } from './prune-expired.ts'
import { azureReality, type Reality } from './reality.ts'
import { createRequestLog } from './request-log.ts'
import { openStore } from './store.ts'
import type { Settings, World } from './world.ts'

/**
 * Opens the data folder (one process at a time), replays its state and plants the seed in an empty one. The
 * certificate authority at `settings.caPath` must exist. Throws `StartupError` with a sentence for a person.
 */
export function createWorld(
  settings: Settings,
  options: { clock?: Clock; reality?: Partial<Reality> } = {},
): World {
  const stateFolder = join(settings.dataFolder, 'state')
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 })
  chmodSync(stateFolder, 0o700)
  const lock = lockFolder(settings.dataFolder)
  try {
    const { close, ...state } = openStore(stateFolder)
    const initialReality = { ...azureReality, ...options.reality }
    const world: World = {
      settings,
      clock: createMovableClock(options.clock ?? systemClock),
      reality: { ...initialReality },
      initialReality,
      faults: createFaults(),
      requests: createRequestLog(),
      store: state.store,
      transaction: state.transaction,
      content: state.content,
      replaceAll: (content) => {
        state.replaceAll(content)
        world.store = { ...state.store }
      },
      durable: state.durable,
      keys: openSigningKeys(join(settings.dataFolder, 'keys')),
      dispatch: createDispatch(() => world),
      newGuid: () => randomUUID(),
      fetchIssuer: createIssuerFetch(settings.issuerResolve, readFileSync(settings.caPath, 'utf8')),
      close: () => {
        close()
        lock.release()
      },
    }
    pruneExpired(world)
    plantSeed(world)
    return world
  } catch (error) {
    lock.release()
    throw error
  }
}
