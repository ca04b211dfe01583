import { join } from 'node:path'
import { findChromium, findWholeChromium } from './chromium.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'

const cli = join('e2e', 'node_modules', '@playwright', 'test', 'cli.js')

/** Runs one project of the Playwright configuration. `{ notRun }` when there is no browser, else its exit code. */
export async function runPlaywright(project, { selection = [], env = {} } = {}) {
  const chromium = await findChromium()
  const whole = await findWholeChromium()
  for (const { path, why } of [chromium, whole]) if (path === undefined) return { notRun: why }
  const { code } = await run('node', [cli, 'test', '-c', 'e2e', '--project', project, ...selection], {
    cwd: root,
    env: { CHROMIUM_PATH: chromium.path, WHOLE_CHROMIUM_PATH: whole.path, ...env },
    show: true,
  })
  return { code }
}
