import { join } from 'node:path'
import type { FullConfig } from '@playwright/test'
import { offerPrograms } from './own-programs.ts'
import { clearPlace, newPlace, startPrograms } from './programs.ts'

/**
 * Starts everything with `npm start`'s own script, once for each worker: free ports, an empty store. Returns what stops
 * it. With E2E_PORTAL and E2E_EMULATOR set, the journeys run against programs that run already; E2E_DATA then names
 * their folder, with the log in `programs.log`.
 */
// Playwright loads a global set-up by its default export.
// oxlint-disable-next-line import/no-default-export
export default async function startStacks({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (process.env.E2E_PORTAL !== undefined) return async () => undefined
  // The first builds the browser application where that is needed; the others find it.
  const first = await startStack()
  const others = await Promise.all(Array.from({ length: workers - 1 }, startStack))
  const stacks = [first, ...others]
  offerPrograms(stacks.map(({ running }) => running))
  return async () => {
    const stopped = await Promise.allSettled(stacks.map(({ stop }) => stop()))
    const failed = stopped.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    if (failed.length > 0) throw new AggregateError(failed, failed.map(String).join('\n'))
  }
}

async function startStack() {
  const place = await newPlace()
  // Journeys write faster than a person does.
  const programs = await startPrograms(place, {
    EMULATOR_THROTTLE_SCALE: '0',
    // So that a journey sees the end of a beacon.
    BEACON_MINUTES: '0.35',
    // A try waits 5 s for the next one, not 20.
    PROOF_WAIT_SCALE: '0.25',
    // Journeys share few people, each busier than a person is.
    REQUESTS_PER_MINUTE: '6000',
    TRUSTWRIGHT_LOG: join(place.data, 'programs.log'),
  })
  return {
    running: { E2E_PORTAL: programs.portal, E2E_EMULATOR: programs.emulator, E2E_DATA: place.data },
    stop: () => programs.stop().finally(() => clearPlace(place)),
  }
}
