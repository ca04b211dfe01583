import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Where programs listen and what they keep: the same place again goes on from there. */
export interface Place {
  readonly data: string
  readonly portal: number
  readonly emulatorHttp: number
  readonly emulatorHttps: number
}

export interface Programs {
  readonly portal: string
  readonly emulator: string
  /** Ends both in order; throws where they did not end cleanly. */
  readonly stop: () => Promise<void>
  /** Cuts the portal off in the middle of whatever it does, as a power failure would; the rest ends after it. */
  readonly killPortal: () => Promise<void>
}

/** Free ports and an empty store. */
export async function newPlace(): Promise<Place> {
  const [portal, emulatorHttp, emulatorHttps] = await Promise.all([freePort(), freePort(), freePort()])
  return { data: mkdtempSync(join(tmpdir(), 'trustwright-e2e-')), portal, emulatorHttp, emulatorHttps }
}

export function clearPlace({ data }: Place): void {
  rmSync(data, { recursive: true, force: true })
}

/** Starts the portal and the emulator with `npm start`'s own script, and resolves when they answer. */
export async function startPrograms(
  { data, portal, emulatorHttp, emulatorHttps }: Place,
  environment: Readonly<Record<string, string>>,
): Promise<Programs> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      TRUSTWRIGHT_DATA: data,
      PORTAL_PORT: String(portal),
      EMULATOR_HTTP_PORT: String(emulatorHttp),
      EMULATOR_HTTPS_PORT: String(emulatorHttps),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const announced = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        if (output.includes('\nOpen  ')) resolve()
      })
    }
  })
  const early = await Promise.race([announced, ended.then((code) => ({ code }))])
  if (early !== undefined) throw new Error(`npm start ended with code ${String(early.code)}:\n${output}`)
  return {
    portal: `http://localhost:${portal}`,
    emulator: `http://localhost:${emulatorHttp}`,
    async stop() {
      child.kill('SIGINT')
      const code = await ended
      if (code !== 0) throw new Error(`npm start did not stop cleanly (code ${String(code)}):\n${output}`)
    },
    async killPortal() {
      const pid = childrenOf(child.pid).find((one) => commandOf(one).includes('apps/bff/'))
      if (pid === undefined) throw new Error('The portal does not run.')
      process.kill(pid, 'SIGKILL')
      await ended
    },
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_task.5.html */
function childrenOf(pid: number | undefined): number[] {
  const text = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
  return text.split(' ').filter(Boolean).map(Number)
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
}

/** Of a range that no system gives to outgoing connections: what is free of those may be taken before a program listens. */
const ports = { first: 20_000, count: 12_000 }

async function freePort(): Promise<number> {
  for (;;) {
    const port = ports.first + randomInt(ports.count)
    // oxlint-disable-next-line no-await-in-loop -- one that is taken is the reason to look at another
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
