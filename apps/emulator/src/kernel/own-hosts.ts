import type { EmulatorRequest, EmulatorResponse } from './operation.ts'
import { armError } from './vendor-errors.ts'
import type { Settings, World } from './world.ts'

const hostsBySettings = new WeakMap<Settings, ReadonlySet<string>>()

/** Another host name than the configured ones could be a web page's, rebound to the loopback address. */
export function isOwnHost(host: string, { settings }: World): boolean {
  const known = hostsBySettings.get(settings)
  if (known) return known.has(host)
  const { httpsOrigin, browserOrigin } = settings
  const configured = [httpsOrigin, browserOrigin].map((origin) => new URL(origin).hostname)
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]', ...configured])
  hostsBySettings.set(settings, hosts)
  return hosts.has(host)
}

/** The emulator's own controls: no latency, no faults, not listed among the requests. */
export function isControl(path: string): boolean {
  return path === '/' || /^\/_emulator(\/|$)/i.test(path)
}

/**
 * The refusal for a web page of another origin that changes something here: any page in the browser of a developer
 * reaches localhost, and browsers say where a request comes from. Programs send neither header.
 */
export function refuseForeignPage(request: EmulatorRequest, world: World): EmulatorResponse | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  const { origin, 'sec-fetch-site': site } = request.headers
  const { httpsOrigin, browserOrigin } = world.settings
  const known = [request.origin, httpsOrigin, browserOrigin]
  const foreign =
    origin === undefined
      ? site !== undefined && site !== 'none' && site !== 'same-origin'
      : !known.includes(origin)
  if (!foreign) return undefined
  return armError(
    403,
    'ForeignPage',
    'A web page of another origin may not change the emulator. Use its own page, or a program.',
  )
}
