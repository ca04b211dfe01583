import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { compileCache } from './compile-cache.ts'

const repository = fileURLToPath(new URL('../../../..', import.meta.url))

export interface PortalProcess {
  readonly child: ChildProcess
  readonly origin: string
  /** Ends it with that signal and gives its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

export interface PortalEnd {
  readonly code: number | null
  readonly errors: string
  readonly output: string
}

const environment = (dataFolder: string, changes: Readonly<Record<string, string>>) => ({
  PORTAL_DATA: dataFolder,
  PORT: '0',
  SESSION_KEYS: `k1:${Buffer.alloc(32, 5).toString('base64')}`,
  TENANT_ID: '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10',
  CLIENT_ID: 'b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b01',
  CLIENT_SECRET: 'local',
  // A test that looks for an end asks more often than a person does.
  REQUESTS_PER_MINUTE: '100000',
  ...changes,
})

function run(dataFolder: string, changes: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--conditions=source', 'apps/bff/src/server.ts'], {
    cwd: repository,
    env: { ...compileCache(), ...environment(dataFolder, changes) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The portal as a process of its own, on a free port. */
export async function startPortal(
  dataFolder: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<PortalProcess> {
  const child = run(dataFolder, changes)
  child.stderr?.pipe(process.stderr)
  if (child.stdout === null) throw new Error('the portal has no output')
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    const origin = /Server listening at (http:[^"]+)/.exec(line)?.[1]
    if (origin === undefined) continue
    child.stdout.resume()
    return { child, origin, end: async (signal) => await end(child, signal) }
  }
  throw new Error('the portal ended before it listened')
}

/** Runs a portal that is expected to end by itself. */
export async function portalThatEnds(
  dataFolder: string,
  changes: Readonly<Record<string, string>>,
): Promise<PortalEnd> {
  const child = run(dataFolder, changes)
  let [errors, output] = ['', '']
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, errors, output }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
  return child.exitCode
}
