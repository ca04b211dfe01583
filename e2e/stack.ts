import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Starts everything with `npm start`'s own script: free ports, an empty store. Returns what stops it. With E2E_PORTAL
 * and E2E_EMULATOR set, the journeys run against programs that run already.
 */
// Playwright loads a global set-up by its default export.
// oxlint-disable-next-line import/no-default-export
export default async function startStack(): Promise<() => Promise<void>> {
  if (process.env.E2E_PORTAL !== undefined) return async () => undefined
  const [portal, emulatorHttp, emulatorHttps] = await Promise.all([freePort(), freePort(), freePort()])
  const data = mkdtempSync(join(tmpdir(), 'trustwright-e2e-'))
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      TRUSTWRIGHT_DATA: data,
      PORTAL_PORT: String(portal),
      EMULATOR_HTTP_PORT: String(emulatorHttp),
      EMULATOR_HTTPS_PORT: String(emulatorHttps),
      // Journeys write faster than a person does.
      EMULATOR_THROTTLE_SCALE: '0',
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

  process.env.E2E_PORTAL = `http://localhost:${portal}`
  process.env.E2E_EMULATOR = `http://localhost:${emulatorHttp}`
  return async () => {
    child.kill('SIGINT')
    const code = await ended
    rmSync(data, { recursive: true, force: true })
    if (code !== 0) throw new Error(`npm start did not stop cleanly (code ${String(code)}):\n${output}`)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
