import { clearPlace, newPlace, startPrograms } from './programs.ts'

/**
 * Starts everything with `npm start`'s own script: free ports, an empty store. Returns what stops it. With E2E_PORTAL
 * and E2E_EMULATOR set, the journeys run against programs that run already.
 */
// Playwright loads a global set-up by its default export.
// oxlint-disable-next-line import/no-default-export
export default async function startStack(): Promise<() => Promise<void>> {
  if (process.env.E2E_PORTAL !== undefined) return async () => undefined
  const place = await newPlace()
  // Journeys write faster than a person does.
  const programs = await startPrograms(place, { EMULATOR_THROTTLE_SCALE: '0' })
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
