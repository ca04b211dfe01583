import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import { createBrokenServers } from './broken-servers.ts'
import { certificateHosts, resolveTable } from './issuer-hosts.ts'
import { openCertificateAuthority } from './kernel/certificates.ts'
import type { Clock } from './kernel/clock.ts'
import { createWorld } from './kernel/create-world.ts'
import { createHttpHandler } from './kernel/http-handler.ts'
import { listen } from './kernel/listen.ts'
import type { Reality } from './kernel/reality.ts'
import { operations } from './kernel/registry.ts'
import type { RequestRecord } from './kernel/request-log.ts'
import { createRouter } from './kernel/router.ts'
import { createTlsServer } from './kernel/tls-server.ts'
import type { Settings, World } from './kernel/world.ts'

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
  log: (record: RequestRecord) => void
  onDefect: (error: unknown, requestId: string) => void
}

export interface Emulator {
  world: World
  caPem: string
  close: () => Promise<void>
}

/** Starts the listeners over one world. Rejects with a `StartupError` when a person has to put something right. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const authority = await openCertificateAuthority(options.dataFolder)
  const handlers = Promise.withResolvers<{ http: RequestListener; https: RequestListener }>()
  handlers.promise.catch(() => undefined)
  const toHttps: RequestListener = (request, response) => {
    void handlers.promise.then((handler) => handler.https(request, response))
  }
  const http = createHttpServer((request, response) => {
    void handlers.promise.then((handler) => handler.http(request, response))
  })
  const https = await createTlsServer(authority, hostNames(options), toHttps)
  const broken = createBrokenServers(authority, toHttps)
  const servers = [http, https, broken.tls, broken.plain]
  try {
    const { httpPort, httpsPort, listenAddress } = options
    const ports = {
      http: await listen(http, httpPort, listenAddress, 'EMULATOR_HTTP_PORT'),
      https: await listen(https, httpsPort, listenAddress, 'EMULATOR_HTTPS_PORT'),
      tls: await listen(broken.tls, 0, listenAddress, 'EMULATOR_LISTEN'),
      plain: await listen(broken.plain, 0, listenAddress, 'EMULATOR_LISTEN'),
    }
    const world = createWorld(settingsOf(options, ports), {
      ...(options.clock ? { clock: options.clock } : {}),
      ...(options.reality ? { reality: options.reality } : {}),
    })
    await world.durable()
    const findOperation = createRouter(operations)
    const { log, onDefect } = options
    const handler = (scheme: 'http' | 'https') =>
      createHttpHandler({ world, findOperation, scheme, log, onDefect })
    handlers.resolve({ http: handler('http'), https: handler('https') })
    const close = async () => {
      await Promise.all(servers.map(stop))
      world.close()
    }
    return { world, caPem: authority.pem, close }
  } catch (error) {
    handlers.reject(error)
    await Promise.all(servers.map(stop))
    throw error
  }
}

function settingsOf(
  options: EmulatorOptions,
  ports: { http: number; https: number; tls: number; plain: number },
): Settings {
  return {
    httpsOrigin: `https://localhost:${ports.https}`,
    browserOrigin: `http://localhost:${ports.http}`,
    ...options.settings,
    issuerResolve: { ...resolveTable(ports), ...options.settings.issuerResolve },
    dataFolder: options.dataFolder,
    caPath: join(options.dataFolder, 'ca.pem'),
  }
}

function hostNames(options: EmulatorOptions) {
  const { httpsOrigin } = options.settings
  const configured = httpsOrigin ? [new URL(httpsOrigin).hostname.replaceAll(/[[\]]/g, '')] : []
  return {
    own: [...new Set(['localhost', '127.0.0.1', '::1', ...configured])],
    issuers: certificateHosts,
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
