import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { findPostmaster } from '../db/embedded/postmaster.ts'

export interface PortalFolder {
  readonly path: string
  /** Of the PostgreSQL that a portal of this folder runs. */
  readonly cluster: string
}

/** A data folder for the portal of each test; what a test leaves running there is ended. */
export function portalFolder(): PortalFolder {
  let path = ''
  const clusterOf = () => join(path, 'postgres', 'cluster')
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'trustwright-portal-'))
    await chmod(path, 0o755)
  })
  afterEach(async () => {
    const left = await findPostmaster(clusterOf())
    if (left) process.kill(left.pid, 'SIGQUIT')
    await vi.waitUntil(async () => (await findPostmaster(clusterOf())) === undefined, { timeout: 5000 })
    await rm(path, { recursive: true, force: true })
  })
  return {
    get path() {
      return path
    },
    get cluster() {
      return clusterOf()
    },
  }
}
