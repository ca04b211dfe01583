import { main } from './lib/stop.mjs'
import { suites } from './lib/suites.mjs'

await main(async () => {
  const result = await suites.find((suite) => suite.name === 'e2e').run()
  console.log(result)
  if (result.notRun !== undefined || result.failed > 0) process.exitCode = 1
})
