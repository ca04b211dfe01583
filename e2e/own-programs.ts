/** Programs that run, as a worker needs them. */
export interface RunningPrograms {
  readonly E2E_PORTAL: string
  readonly E2E_EMULATOR: string
  /** Their data folder, with the log in `programs.log`. */
  readonly E2E_DATA: string
}

const variable = 'E2E_PROGRAMS'

/** Keeps programs for the workers, which inherit the environment: one tenant and one portal each. */
export function offerPrograms(programs: readonly RunningPrograms[]): void {
  process.env[variable] = JSON.stringify(programs)
}

/**
 * In a worker: takes the programs that are its own for as long as the run lasts, also after a failure has started it
 * anew. Does nothing elsewhere, and where the journeys run against programs that were named by hand.
 * https://playwright.dev/docs/test-parallel#worker-index-and-parallel-index
 */
export function takeOwnPrograms(): void {
  const [offered, place] = [process.env[variable], process.env.TEST_PARALLEL_INDEX]
  if (offered === undefined || place === undefined) return
  // Written by `offerPrograms` alone.
  const programs = JSON.parse(offered) as readonly RunningPrograms[]
  const own = programs[Number(place)]
  if (own === undefined) throw new Error(`Worker ${place} has no programs: ${programs.length} were started.`)
  Object.assign(process.env, own)
}
