import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export interface RunningEmulator {
  /** Entra, ARM and Graph. */
  httpsOrigin: string
  /** Outside issuers' tokens are had here. */
  browserOrigin: string
  caPath: string
  tenantId: string
  close: () => Promise<void>
}

/**
 * The emulator as a program of its own, on free ports over an empty store, without rate limits. This process then
 * trusts its CA.
 */
export async function startEmulator(): Promise<RunningEmulator> {
  const data = mkdtempSync(join(tmpdir(), 'trustwright-proofs-'))
  const child = spawn(process.execPath, ['--conditions=source', 'apps/emulator/src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      EMULATOR_DATA: data,
      EMULATOR_HTTP_PORT: '0',
      EMULATOR_HTTPS_PORT: '0',
      EMULATOR_THROTTLE_SCALE: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let trouble = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    trouble += text
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const firstLine = new Promise<string>((resolve) =>
    createInterface({ input: child.stdout }).once('line', resolve),
  )
  const line = await Promise.race([firstLine, ended])
  if (line === undefined) throw new Error(`the emulator ended: ${trouble}`)
  const ready: Omit<RunningEmulator, 'close'> = JSON.parse(line)
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(ready.caPath, 'utf8')])
  return {
    ...ready,
    close: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true })
      if (trouble !== '') throw new Error(`the emulator complained: ${trouble}`)
    },
  }
}
