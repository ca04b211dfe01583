/** An error that a person can act on: one sentence, no stack. */
export class Stop extends Error {}

/** Runs a script's main function; a `Stop` ends it with its sentence, anything else with its stack. */
export async function main(run) {
  try {
    await run()
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
