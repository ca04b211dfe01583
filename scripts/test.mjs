import { availableParallelism } from 'node:os'
import { checkNode } from './lib/check-node.mjs'
import { install } from './lib/install.mjs'
import { step } from './lib/progress.mjs'
import { sideBySide } from './lib/side-by-side.mjs'
import { main } from './lib/stop.mjs'

await main(async () => {
  checkNode()
  await step('Packages', install)
  const { suites } = await import('./lib/suites.mjs')
  const switchedOff = (process.env.SKIP ?? '').split(',').filter(Boolean)
  const unknown = switchedOff.filter((name) => !suites.some((suite) => suite.name === name))
  const total = { passed: 0, failed: unknown.length, notRun: 0, names: [] }
  for (const name of unknown)
    console.log(`SKIP names "${name}", which is no suite: ${suites.map((s) => s.name).join(', ')}`)
  const isOff = ({ name }) => switchedOff.includes(name)
  for (const { name } of suites.filter(isOff)) console.log(`${name}: switched off by SKIP`)
  const on = suites.filter((suite) => !isOff(suite))
  const still = on.filter(({ isStill }) => isStill)
  const patient = on.filter(({ isPatient }) => isPatient)
  const others = on.filter(({ isStill, isPatient }) => !isStill && !isPatient)
  await sideBySide(still, availableParallelism(), (suite) => runSuite(suite, total))
  await Promise.all([patient, others].map((some) => sideBySide(some, 1, (suite) => runSuite(suite, total))))
  // Once more at the end, where nobody has to search for them.
  if (total.names.length > 0) console.log(`\nFailed:\n${total.names.join('\n')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  if (total.failed > 0 || total.notRun > 0) process.exitCode = 1
})

async function runSuite(suite, total) {
  const started = performance.now()
  const result = await suite.run().catch((error) => {
    console.error(error)
    return { passed: 0, failed: 1 }
  })
  const time = `${((performance.now() - started) / 1000).toFixed(1)} s`
  if (result.notRun !== undefined) {
    total.notRun += 1
    console.log(`${suite.name} not run: ${result.notRun}`)
    return
  }
  total.passed += result.passed
  total.failed += result.failed
  const names = result.names ?? (result.failed > 0 ? ['see above'] : [])
  total.names.push(...names.map((name) => `${suite.name}: ${name}`))
  console.log(`${suite.name}: ${result.passed} passed, ${result.failed} failed (${time})`)
}
