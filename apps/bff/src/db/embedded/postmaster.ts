import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** It takes connections. */
  readonly ready: boolean
}

/**
 * The PostgreSQL server of a cluster folder, from its `postmaster.pid`; undefined when none runs. A process counts only
 * when it is alive, names this folder, and is a postgres program: the pid may belong to somebody else by now.
 * Lines of the file: https://www.postgresql.org/docs/18/storage-file-layout.html
 */
export async function findPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readIfThere(pidFile(folder))
  if (text === undefined) return undefined
  const [pid, dataFolder, , port, , , , status] = text.split('\n')
  const number = Number(pid)
  if (!Number.isInteger(number) || number < 2 || dataFolder === undefined) return undefined
  const ours =
    isAlive(number) && (await samePlace(dataFolder, folder)) && (await isPostgresOf(number, folder))
  return ours ? { pid: number, port: Number(port ?? 0), ready: status?.trim() === 'ready' } : undefined
}

/** Removes a `postmaster.pid` whose server is gone. To be called only when `findPostmaster` found none. */
export async function removeStalePidFile(folder: string): Promise<void> {
  await rm(pidFile(folder), { force: true })
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function pidFile(folder: string): string {
  return join(folder, 'postmaster.pid')
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function samePlace(one: string, other: string): Promise<boolean> {
  try {
    return (await realpath(one)) === (await realpath(other))
  } catch {
    // A folder that is not there any more is not ours.
    return false
  }
}

async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return (await programName(pid)) === 'postgres'
  try {
    const [program, workingFolder] = await Promise.all([
      readlink(`/proc/${pid}/exe`),
      readlink(`/proc/${pid}/cwd`),
    ])
    return basename(program).startsWith('postgres') && (await samePlace(workingFolder, folder))
  } catch {
    // The process ended meanwhile, or belongs to somebody whose processes we may not look at: not ours.
    return false
  }
}

async function programName(pid: number): Promise<string> {
  try {
    const { stdout } = await run('ps', ['-o', 'comm=', '-p', String(pid)])
    return basename(stdout.trim())
  } catch {
    // `ps` fails when there is no such process.
    return ''
  }
}
