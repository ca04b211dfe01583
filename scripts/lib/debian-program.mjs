import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

let before = Promise.resolve()

/**
 * Path of an outside program: from PATH, else from the first of Debian's packages that can be installed. `{ why }` when
 * it cannot be had. One after the other, since apt-get refuses whoever comes while it works.
 */
export function findProgram(wanted) {
  const found = before.then(() => find(wanted))
  before = found.catch(() => undefined)
  return found
}

async function find({ title, names, debianPackages }) {
  const present = onPath(names)
  if (present !== undefined) return { path: present }
  if (process.getuid?.() !== 0)
    return { why: `no ${title} on PATH, and only root can install one with apt-get` }
  const environment = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update'], environment).catch(() => undefined)
  const codes = []
  for (const name of debianPackages) {
    const install = ['install', '-y', '--no-install-recommends', name]
    const { code } = await run('apt-get', install, environment).catch(() => ({ code: 1 }))
    const path = onPath(names)
    if (path !== undefined) return { path }
    codes.push(code)
  }
  return { why: `no ${title} on PATH, and apt-get could not install it (code ${codes.join(', ')})` }
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
