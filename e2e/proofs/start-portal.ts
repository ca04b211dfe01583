import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { RunningEmulator } from './start-emulator.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export interface RunningPortal {
  /** Where it listens, whatever address people know it by. */
  origin: string
  close: () => Promise<void>
}

/**
 * The portal as a program of its own over an empty store, told `settings` and where the emulator is; nothing of this
 * process's environment but its path.
 */
export async function startPortal(
  emulator: RunningEmulator,
  settings: Readonly<Record<string, string>>,
): Promise<RunningPortal> {
  const data = mkdtempSync(join(tmpdir(), 'trustwright-portal-'))
  const { httpsOrigin, tenantId, caPath } = emulator
  const child = spawn(process.execPath, ['--conditions=source', 'apps/bff/src/server.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORTAL_DATA: data,
      PORT: '0',
      SESSION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      ENTRA_AUTHORITY: `${httpsOrigin}/${tenantId}`,
      ARM_ENDPOINT: httpsOrigin,
      GRAPH_ENDPOINT: httpsOrigin,
      GITHUB_API_URL: `${httpsOrigin}/github`,
      NODE_EXTRA_CA_CERTS: caPath,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const listening = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`
      const origin = /Server listening at (http:[^"]+)/.exec(line)?.[1]
      if (origin !== undefined) resolve(origin)
    })
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const origin = await Promise.race([listening, ended])
  if (origin === undefined) throw new Error(`the portal ended: ${output}`)
  return {
    origin,
    close: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Signs a person in as a browser would. Gives where they end, and the cookies that the portal set on the way. */
export async function signInAt(
  { origin }: RunningPortal,
  person: { readonly username: string; readonly password: string },
): Promise<{ location: string; cookie: string }> {
  const manual = { redirect: 'manual' } as const
  const start = await fetch(`${origin}/auth/sign-in?returnTo=/trusts`, manual)
  const page = start.headers.get('location') ?? ''
  if (page.startsWith('/')) return { location: page, cookie: '' }
  const { username, password } = person
  const form = { ...manual, method: 'POST', body: new URLSearchParams({ username, password }) }
  const answer = await fetch(page, form)
  const back = answer.headers.get('location')
  if (back === null) throw new Error(`the sign-in page answered ${answer.status}: ${await answer.text()}`)
  const { pathname, search } = new URL(back)
  const end = await fetch(origin + pathname + search, { ...manual, headers: { cookie: cookiesOf(start) } })
  return { location: end.headers.get('location') ?? '', cookie: cookiesOf(end) }
}

function cookiesOf({ headers }: Response): string {
  const pairs = headers.getSetCookie().map((text) => text.split(';')[0] ?? '')
  return pairs.filter((pair) => !pair.endsWith('=')).join('; ')
}
