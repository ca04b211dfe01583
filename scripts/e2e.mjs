import { runPlaywright } from './lib/playwright.mjs'
import { main, Stop } from './lib/stop.mjs'
import { suites } from './lib/suites.mjs'

const walks = { journeys, pictures }

/** The journeys; `pictures` walks through every page and saves what it looks like. */
await main(async () => {
  const name = process.argv[2] ?? 'journeys'
  if (!Object.hasOwn(walks, name)) {
    throw new Stop(`There is no walk "${name}": ${Object.keys(walks).join(', ')}.`)
  }
  await walks[name]()
})

async function journeys() {
  for (const suite of suites.filter(({ name }) => name === 'e2e' || name === 'pace')) {
    const result = await suite.run()
    console.log(suite.name, result)
    if (result.notRun !== undefined || result.failed > 0) process.exitCode = 1
  }
}

async function pictures() {
  const result = await runPlaywright('pictures')
  if (result.notRun !== undefined) throw new Stop(`not run: ${result.notRun}`)
  if (result.code !== 0) throw new Stop('The walk did not reach its end.')
  console.log('Look at e2e/test-results/pictures.')
}
