import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hasCode, readFileIfPresent } from './files.ts'
import { StartupError } from './startup-error.ts'

const heldByThisProcess = new Set<string>()

/**
 * Takes the data folder for this process, or says who holds it. The lock of a process that is gone is taken over.
 * The holder is known by process id and start time, since containers give every start the same id.
 */
export function lockFolder(folder: string): { release: () => void } {
  const path = join(resolve(folder), 'lock')
  if (heldByThisProcess.has(path)) throw inUse(folder, process.pid)
  const mine = `${process.pid} ${startTimeOf(process.pid) ?? ''}`
  if (!tryCreate(path, mine)) {
    removeIfStale(path, folder)
    if (!tryCreate(path, mine)) throw inUse(folder, holderOf(readFileIfPresent(path) ?? '').pid)
  }
  heldByThisProcess.add(path)
  return {
    release: () => {
      heldByThisProcess.delete(path)
      if (readFileIfPresent(path) === mine) rmSync(path)
    },
  }
}

function tryCreate(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** The rename makes sure that of two processes that both find a stale lock only one removes it. */
function removeIfStale(path: string, folder: string): void {
  const content = readFileIfPresent(path)
  if (content === undefined) return
  const holder = holderOf(content)
  if (isAlive(holder)) throw inUse(folder, holder.pid)
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  if (readFileSync(aside, 'utf8') === content) rmSync(aside)
  else renameSync(aside, path)
}

interface Holder {
  pid: number
  startTime: string
}

function holderOf(content: string): Holder {
  const [pid, startTime] = content.split(' ')
  return { pid: Number(pid), startTime: startTime ?? '' }
}

function isAlive({ pid, startTime }: Holder): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false
    if (!hasCode(error, 'EPERM')) throw error
  }
  const actual = startTimeOf(pid)
  return startTime === '' || actual === undefined || actual === startTime
}

/** Clock ticks since boot at which the process started (proc(5), field 22); undefined where there is no /proc. */
function startTimeOf(pid: number): string | undefined {
  const stat = readFileIfPresent(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

function inUse(folder: string, pid: number): StartupError {
  return new StartupError(
    `${folder} is in use by the emulator with process id ${pid}. Stop that one, or set EMULATOR_DATA to another folder.`,
  )
}
