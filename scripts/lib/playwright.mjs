import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'

const cli = join('e2e', 'node_modules', '@playwright', 'test', 'cli.js')

/** Runs one project of the Playwright configuration. `{ notRun }` when there is no browser, else its exit code. */
export async function runPlaywright(project, { selection = [], env = {} } = {}) {
  const chromium = await findChromium()
  if (chromium.path === undefined) return { notRun: chromium.why }
  const { code } = await run('node', [cli, 'test', '-c', 'e2e', '--project', project, ...selection], {
    cwd: root,
    env: { CHROMIUM_PATH: chromium.path, ...env },
    show: true,
  })
  return { code }
}
