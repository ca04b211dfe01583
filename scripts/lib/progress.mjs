/** Prints a step with the time it took. */
export async function step(title, work) {
  const started = performance.now()
  process.stdout.write(`${title} … `)
  try {
    const note = await work()
    console.log(`${note ?? 'done'} (${seconds(started)} s)`)
  } catch (error) {
    console.log(`failed (${seconds(started)} s)`)
    throw error
  }
}

function seconds(started) {
  return ((performance.now() - started) / 1000).toFixed(1)
}
