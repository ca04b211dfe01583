import { join } from 'node:path'
import { clearPlace, newPlace, startPrograms } from './programs.ts'

/**
 * Starts everything with `npm start`'s own script: free ports, an empty store. Returns what stops it. With E2E_PORTAL
 * and E2E_EMULATOR set, the journeys run against programs that run already; E2E_DATA then names their folder, with the
 * log in `programs.log`.
 */
// Playwright loads a global set-up by its default export.
// oxlint-disable-next-line import/no-default-export
export default async function startStack(): Promise<() => Promise<void>> {
  if (process.env.E2E_PORTAL !== undefined) return async () => undefined
  const place = await newPlace()
  // Journeys write faster than a person does.
  const programs = await startPrograms(place, {
    EMULATOR_THROTTLE_SCALE: '0',
    // So that a journey sees the end of a beacon.
    BEACON_MINUTES: '0.35',
    TRUSTWRIGHT_LOG: join(place.data, 'programs.log'),
  })
  process.env.E2E_DATA = place.data
  process.env.E2E_PORTAL = programs.portal
  process.env.E2E_EMULATOR = programs.emulator
  return async () => {
    try {
      await programs.stop()
    } finally {
      clearPlace(place)
    }
  }
}
