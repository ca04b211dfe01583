import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const ready = z.object({ event: z.literal('ready'), browserOrigin: z.string(), httpsOrigin: z.string() })

export interface ChildEmulator {
  process: ChildProcess
  browserOrigin: string
  httpsOrigin: string
  /** From the start of the process to its ready line. */
  startMs: number
  kill: () => Promise<void>
}

/** Starts `main.ts` as a process of its own on free ports; undefined when it was killed before it was ready. */
export async function startChild(
  folder: string,
  options: { killAfterMs?: number; variables?: Record<string, string> } = {},
): Promise<ChildEmulator | undefined> {
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    ['--conditions=source', fileURLToPath(new URL('../main.ts', import.meta.url))],
    {
      env: { EMULATOR_DATA: folder, EMULATOR_HTTP_PORT: '0', EMULATOR_HTTPS_PORT: '0', ...options.variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  const timer =
    options.killAfterMs === undefined
      ? undefined
      : setTimeout(() => child.kill('SIGKILL'), options.killAfterMs)
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => undefined)])
  clearTimeout(timer)
  if (line === undefined || child.signalCode !== null) {
    if (options.killAfterMs === undefined)
      throw new Error(`the emulator ended with code ${String(child.exitCode)}`)
    await ended
    return undefined
  }
  const { browserOrigin, httpsOrigin } = ready.parse(JSON.parse(String(line[0])))
  return { process: child, browserOrigin, httpsOrigin, startMs: performance.now() - startedAt, kill }
}
