import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

/**
 * Path of an outside program: from PATH, else from Debian's package where that is possible. `{ why }` when it cannot
 * be had.
 */
export async function findProgram({ title, names, debianPackage }) {
  const present = onPath(names)
  if (present !== undefined) return { path: present }
  if (process.getuid?.() !== 0)
    return { why: `no ${title} on PATH, and only root can install one with apt-get` }
  const environment = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update'], environment).catch(() => undefined)
  const installed = await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', debianPackage],
    environment,
  ).catch((error) => ({ code: 1, output: String(error) }))
  const path = onPath(names)
  if (path !== undefined) return { path }
  return { why: `no ${title} on PATH, and apt-get could not install it (code ${installed.code})` }
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
