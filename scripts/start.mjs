import { buildWeb } from './lib/build-web.mjs'
import { checkNode } from './lib/check-node.mjs'
import { install } from './lib/install.mjs'
import { emulatorEnvironment, portalEnvironment } from './lib/local-environment.mjs'
import { dataFolder } from './lib/paths.mjs'
import { checkPortsFree, localPorts } from './lib/ports.mjs'
import { lastLines, startProgram, stopProgram, untilReady } from './lib/program.mjs'
import { step } from './lib/progress.mjs'
import { main, Stop } from './lib/stop.mjs'

const watch = process.argv.includes('--watch')
const running = []
let stopping

await main(async () => {
  checkNode()
  const ports = localPorts()
  await checkPortsFree(ports)
  await step('Packages', install)
  // Who names a folder of a built one does not want this tree's.
  if (process.env.WEB_ROOT === undefined) await step('Browser application', buildWeb)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll())
  const data = dataFolder()
  const emulator = `http://localhost:${ports.emulatorHttp}`
  await step('Emulator', () =>
    launch(
      'emulator',
      'apps/emulator/src/main.ts',
      emulatorEnvironment(data, ports),
      `${emulator}/_emulator/health`,
    ),
  )
  const tenant = await (await fetch(`${emulator}/_emulator/tenant`)).json()
  await step('Portal', () =>
    launch(
      'portal',
      'apps/bff/src/server.ts',
      portalEnvironment(data, ports, tenant),
      `http://localhost:${ports.portal}/health/ready`,
    ),
  )
  announce(ports, tenant, data)
})

async function launch(name, entry, env, healthAddress) {
  if (stopping) throw new Stop('Stopped.')
  const program = startProgram({ name, entry, env, watch })
  running.push(program)
  try {
    await untilReady(program, healthAddress)
  } catch (error) {
    const why = stopping ? 'Stopped.' : `The ${name} did not start:\n${error.message}`
    await stopAll()
    throw new Stop(why)
  }
  void reportEnd(program)
}

/** A program that ends without being asked takes the other with it, and says why. */
async function reportEnd({ name, ended, recent }) {
  const code = await ended
  if (stopping) return
  console.error(`\nThe ${name} ended by itself (exit code ${code}). Its last lines:\n${lastLines(recent)}`)
  process.exitCode = 1
  await stopAll()
}

function stopAll() {
  stopping ??= (async () => {
    if (running.length > 0) console.log('\nStopping …')
    for (const program of running.toReversed()) await stopProgram(program)
    if (running.length > 0)
      console.log('Stopped. Everything is kept in the data folder; npm start goes on from there.')
  })()
  return stopping
}

function announce(ports, tenant, data) {
  const rows = tenant.accounts.map(
    ({ role, username, password }) => `  ${role.padEnd(10)} ${username.padEnd(44)} ${password}`,
  )
  console.log(`
Open  http://localhost:${ports.portal}

Sign in as (role, name, password):
${rows.join('\n')}

The emulated Azure is at http://localhost:${ports.emulatorHttp}; its data and the portal's are in ${data}.
Ctrl-C stops both. npm run reset deletes the data.`)
}
