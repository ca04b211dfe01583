import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Path of a Chromium: from PATH, else from Debian's package where that is possible. `{ why }` when it cannot be had. */
export async function findChromium() {
  const present = onPath()
  if (present !== undefined) return { path: present }
  if (process.getuid?.() !== 0)
    return { why: 'no Chromium on PATH, and only root can install one with apt-get' }
  const environment = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update'], environment).catch(() => undefined)
  const installed = await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium'],
    environment,
  ).catch((error) => ({ code: 1, output: String(error) }))
  const path = onPath()
  if (path !== undefined) return { path }
  return { why: `no Chromium on PATH, and apt-get could not install it (code ${installed.code})` }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
