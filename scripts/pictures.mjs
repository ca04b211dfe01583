import { runPlaywright } from './lib/playwright.mjs'
import { main, Stop } from './lib/stop.mjs'

await main(async () => {
  const result = await runPlaywright('pictures')
  if (result.notRun !== undefined) throw new Stop(`not run: ${result.notRun}`)
  if (result.code !== 0) throw new Stop('The walk did not reach its end.')
  console.log('Look at e2e/test-results/pictures.')
})
