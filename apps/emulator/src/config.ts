import { resolve } from 'node:path'
import { z } from 'zod'
import { explainIssues } from './kernel/explain-issues.ts'
import type { Reality } from './kernel/reality.ts'
import { readRealityText, realityNames, realityPatch, realityVariable } from './kernel/reality-fields.ts'
import { StartupError } from './kernel/startup-error.ts'
import { locationsWithoutCredentials, portalClient, tenantId } from './seed.ts'

const port = z.coerce.number('must be a port number').int().min(0).max(65_535, 'must be a port number')
const origin = z
  .url({ protocol: /^https?$/, error: 'must be an origin such as http://localhost:4281' })
  .transform((value) => new URL(value).origin)
const mapping = /^((?:\*\.)?[a-z0-9.-]+)=(\[[0-9a-f:]+\]|[a-z0-9.-]+):(\d{1,5})$/i

const environment = z.object({
  EMULATOR_DATA: z.string().min(1).default('.data/emulator'),
  EMULATOR_HTTP_PORT: port.default(4281),
  EMULATOR_HTTPS_PORT: port.default(4282),
  EMULATOR_LISTEN: z.union([z.ipv4(), z.ipv6()], 'must be an IP address to listen on').default('127.0.0.1'),
  EMULATOR_BROWSER_ORIGIN: origin.optional(),
  EMULATOR_HTTPS_ORIGIN: origin.optional(),
  EMULATOR_LOG: z.enum(['off', 'requests'], 'must be off or requests').default('off'),
  ISSUER_RESOLVE: z.string().transform(parseMappings).optional(),
  PORTAL_ORIGIN: origin.default('http://localhost:4280'),
  PORTAL_CLIENT_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
})

/**
 * Reads the environment; nothing else does. Unset and empty mean the default. Throws a `StartupError` that names
 * every wrong variable in one line.
 */
export function readConfig(variables: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw wrong(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '))
  }
  const values = parsed.data
  return {
    dataFolder: resolve(values.EMULATOR_DATA),
    httpPort: values.EMULATOR_HTTP_PORT,
    httpsPort: values.EMULATOR_HTTPS_PORT,
    listenAddress: values.EMULATOR_LISTEN,
    logRequests: values.EMULATOR_LOG === 'requests',
    reality: readReality(given),
    settings: {
      tenantId,
      portalOrigin: values.PORTAL_ORIGIN,
      portal: portalRegistration(values.PORTAL_ORIGIN, values.PORTAL_CLIENT_SECRET),
      locationsWithoutCredentials: [...locationsWithoutCredentials],
      ...(values.EMULATOR_HTTPS_ORIGIN ? { httpsOrigin: values.EMULATOR_HTTPS_ORIGIN } : {}),
      ...(values.EMULATOR_BROWSER_ORIGIN ? { browserOrigin: values.EMULATOR_BROWSER_ORIGIN } : {}),
      ...(values.ISSUER_RESOLVE ? { issuerResolve: values.ISSUER_RESOLVE } : {}),
    },
  }
}

/** Each switch of `reality.ts` by its variable, `EMULATOR_THROTTLE_SCALE` and so on; what is unset stays Azure's. */
function readReality(given: Record<string, string | undefined>): Partial<Reality> {
  const set = realityNames.filter((name) => given[realityVariable(name)] !== undefined)
  const values = set.map((name) => [name, readRealityText(name, given[realityVariable(name)] ?? '')] as const)
  const parsed = realityPatch.safeParse(Object.fromEntries(values), { reportInput: true })
  if (parsed.success) return parsed.data as Partial<Reality> // no key of it is undefined: only set ones were read
  const text = explainIssues(parsed.error)
  throw wrong(set.reduce((named, name) => named.replaceAll(name, realityVariable(name)), text))
}

function wrong(problems: string): StartupError {
  return new StartupError(`Wrong configuration: ${problems}.`)
}

/** The registered addresses move with the portal's origin. */
function portalRegistration(portalOrigin: string, clientSecret: string = portalClient.clientSecret) {
  const moved = (address: string) => `${portalOrigin}${new URL(address).pathname}`
  return {
    clientId: portalClient.clientId,
    clientSecret,
    redirectUris: portalClient.redirectUris.map(moved),
    logoutUris: portalClient.logoutUris.map(moved),
  }
}

function parseMappings(text: string, context: z.RefinementCtx): Record<string, string> {
  const entries: [string, string][] = []
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const [, host, address, target] = mapping.exec(part) ?? []
    if (host === undefined || address === undefined || target === undefined) {
      context.addIssue({ code: 'custom', message: 'must be a list such as issuer.example=127.0.0.1:4282' })
      return z.NEVER
    }
    entries.push([host.toLowerCase(), `${address}:${target}`])
  }
  return Object.fromEntries(entries)
}
