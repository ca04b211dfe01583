import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './lib/paths.mjs'
import { checkPortsFree, localPorts } from './lib/ports.mjs'
import { main, Stop } from './lib/stop.mjs'

await main(async () => {
  const data = dataFolder()
  if (!existsSync(data)) {
    console.log(`Nothing to delete: ${data} does not exist.`)
    return
  }
  try {
    await checkPortsFree(localPorts())
  } catch {
    throw new Stop(
      'The portal or the emulator is running. Stop it with Ctrl-C first, then run npm run reset again.',
    )
  }
  const database = databaseProcess(join(data, 'portal', 'postgres', 'postmaster.pid'))
  if (database !== undefined) {
    throw new Stop(
      `The portal's database (process ${database}) is still running after a hard stop. Run npm start and stop it with Ctrl-C, which ends it, then npm run reset.`,
    )
  }
  rmSync(data, { recursive: true, force: true })
  console.log(`Deleted ${data}. npm start begins with the seeded tenant again.`)
})

function databaseProcess(pidFile) {
  if (!existsSync(pidFile)) return undefined
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}
