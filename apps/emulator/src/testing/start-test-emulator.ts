import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, fetch as undiciFetch, type RequestInit, type Response } from 'undici'
import { readConfig } from '../config.ts'
import { createEmulator } from '../create-emulator.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Reality } from '../kernel/reality.ts'
import type { Settings, World } from '../kernel/world.ts'
import type { SeedRole } from '../seed.ts'
import { signInOverHttp } from './sign-in-over-http.ts'

export interface TestEmulator {
  world: World
  httpsOrigin: string
  browserOrigin: string
  caPem: string
  /** Trusts the local CA and follows no redirects unless told to. */
  fetch: (url: string, init?: RequestInit) => Promise<Response>
  /** Runs the real code flow; gives an access token for ARM, or for the scope given. */
  signIn: (role: SeedRole, scope?: string) => Promise<string>
  close: () => Promise<void>
}

/**
 * A whole emulator on free ports over a temporary folder, or over `dataFolder`, which then stays. Rate limits and the
 * cache of outside keys are off unless `reality` says otherwise.
 */
export async function startTestEmulator(
  options: {
    clock?: Clock
    settings?: Partial<Settings>
    reality?: Partial<Reality>
    dataFolder?: string
  } = {},
): Promise<TestEmulator> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'emulator-'))
  const config = readConfig({})
  const defects: unknown[] = []
  const { world, caPem, close } = await createEmulator({
    listenAddress: '127.0.0.1',
    httpPort: 0,
    httpsPort: 0,
    dataFolder,
    settings: { ...config.settings, ...options.settings },
    reality: { throttleScale: 0, issuerKeyCacheMs: 0, ...options.reality },
    ...(options.clock ? { clock: options.clock } : {}),
    log: () => undefined,
    onDefect: (error) => defects.push(error),
  })
  const agent = new Agent({ connect: { ca: caPem } })
  const fetch: TestEmulator['fetch'] = (url, init) =>
    undiciFetch(url, { redirect: 'manual', dispatcher: agent, ...init })
  return {
    world,
    httpsOrigin: world.settings.httpsOrigin,
    browserOrigin: world.settings.browserOrigin,
    caPem,
    fetch,
    signIn: (role, scope) => signInOverHttp({ world, fetch }, role, scope),
    close: async () => {
      await agent.close()
      await close()
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true })
      if (defects.length > 0) throw new AggregateError(defects, 'the emulator answered 500')
    },
  }
}
