import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import { openCertificateAuthority } from './kernel/certificates.ts'
import type { Clock } from './kernel/clock.ts'
import { createWorld } from './kernel/create-world.ts'
import { createHttpHandler, type LogEntry } from './kernel/http-handler.ts'
import { listen } from './kernel/listen.ts'
import type { Reality } from './kernel/reality.ts'
import { operations } from './kernel/registry.ts'
import { createRouter } from './kernel/router.ts'
import { createTlsServer } from './kernel/tls-server.ts'
import type { Settings, World } from './kernel/world.ts'
import { clusterIssuer, githubIssuer } from './seed.ts'

const closeGraceMs = 2000

export interface EmulatorOptions {
  listenAddress: string
  /** 0 picks a free port. */
  httpPort: number
  httpsPort: number
  dataFolder: string
  /** What the two ports make known only once they listen may be left out. */
  settings: Omit<Settings, 'caPath' | 'dataFolder' | 'httpsOrigin' | 'browserOrigin' | 'issuerResolve'> &
    Partial<Pick<Settings, 'httpsOrigin' | 'browserOrigin' | 'issuerResolve'>>
  clock?: Clock
  reality?: Partial<Reality>
  log: (entry: LogEntry) => void
  onDefect: (error: unknown, requestId: string) => void
}

export interface Emulator {
  world: World
  caPem: string
  close: () => Promise<void>
}

/** Starts both listeners over one world. Rejects with a `StartupError` when a person has to put something right. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const authority = await openCertificateAuthority(options.dataFolder)
  const handlers = Promise.withResolvers<{ http: RequestListener; https: RequestListener }>()
  handlers.promise.catch(() => undefined)
  const http = createHttpServer((request, response) => {
    void handlers.promise.then((handler) => handler.http(request, response))
  })
  const https = await createTlsServer(authority, hostNames(options), (request, response) => {
    void handlers.promise.then((handler) => handler.https(request, response))
  })
  try {
    const httpPort = await listen(http, options.httpPort, options.listenAddress, 'EMULATOR_HTTP_PORT')
    const httpsPort = await listen(https, options.httpsPort, options.listenAddress, 'EMULATOR_HTTPS_PORT')
    const world = createWorld(settingsOf(options, httpPort, httpsPort), {
      ...(options.clock ? { clock: options.clock } : {}),
      ...(options.reality ? { reality: options.reality } : {}),
    })
    const findOperation = createRouter(operations)
    const { log, onDefect } = options
    const handler = (scheme: 'http' | 'https') =>
      createHttpHandler({ world, findOperation, scheme, log, onDefect })
    handlers.resolve({ http: handler('http'), https: handler('https') })
    const close = async () => {
      await Promise.all([stop(http), stop(https)])
      world.close()
    }
    return { world, caPem: authority.pem, close }
  } catch (error) {
    handlers.reject(error)
    await Promise.all([stop(http), stop(https)])
    throw error
  }
}

function settingsOf(options: EmulatorOptions, httpPort: number, httpsPort: number): Settings {
  const self = `127.0.0.1:${httpsPort}`
  return {
    httpsOrigin: `https://localhost:${httpsPort}`,
    browserOrigin: `http://localhost:${httpPort}`,
    issuerResolve: { [new URL(githubIssuer).hostname]: self, [new URL(clusterIssuer).hostname]: self },
    ...options.settings,
    dataFolder: options.dataFolder,
    caPath: join(options.dataFolder, 'ca.pem'),
  }
}

function hostNames(options: EmulatorOptions) {
  const { httpsOrigin } = options.settings
  const configured = httpsOrigin ? [new URL(httpsOrigin).hostname.replaceAll(/[[\]]/g, '')] : []
  return {
    own: [...new Set(['localhost', '127.0.0.1', '::1', ...configured])],
    issuers: [githubIssuer, clusterIssuer].map((issuer) => new URL(issuer).hostname),
  }
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), closeGraceMs)
  await closed
  clearTimeout(timer)
}
