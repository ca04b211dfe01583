import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { manifest, root, workspaceNode } from './paths.mjs'
import { run } from './run.mjs'
import { Stop } from './stop.mjs'

const stamp = join(root, 'node_modules', '.trustwright-install')
const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network request/i

/** Brings the packages of the lockfile with the pinned pnpm; does nothing when they are there already. */
export async function install() {
  const wanted = fingerprint([join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml')])
  if (existsSync(stamp) && existsSync(workspaceNode) && readFileSync(stamp, 'utf8') === wanted) {
    return 'up to date'
  }
  const result = await run('npx', ['--yes', manifest.config.pnpm, 'install', '--frozen-lockfile'], {
    cwd: root,
    env: { CI: 'true' },
  })
  if (result.code !== 0) throw new Stop(explainFailedInstall(result.output))
  if (!existsSync(workspaceNode)) {
    throw new Stop(
      'The packages are there, but the Node 24 among them is not: its build script did not run. Delete node_modules and run this again.',
    )
  }
  writeFileSync(stamp, wanted)
  return 'installed'
}

/** The one sentence for an installation that failed, with the end of what pnpm printed. */
export function explainFailedInstall(output) {
  if (noNetwork.test(output)) {
    return 'No network: the npm registry cannot be reached, so the packages cannot be fetched. Check the connection or proxy and run this again.'
  }
  return `The packages could not be installed:\n\n${output.trim().split('\n').slice(-15).join('\n')}`
}
