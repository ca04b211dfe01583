import { accessTokenIssuer } from '../../kernel/bearer.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Reality } from '../../kernel/reality.ts'
import type { World } from '../../kernel/world.ts'
import { accounts, automationClient, portalClient, type SeedRole } from '../../seed.ts'
import { startTestEmulator, type TestEmulator } from '../../testing/start-test-emulator.ts'

export type GraphCaller = SeedRole | 'automation'

export interface GraphAnswer {
  status: number
  headers: Headers
  /** Parsed; undefined when the answer has no body. */
  body: Record<string, unknown>
  text: string
}

export interface GraphTest {
  emulator: TestEmulator
  /** One raw call. Paths start behind the version unless they name one; a string body is sent as it is. */
  call: (method: string, path: string, options?: CallOptions) => Promise<GraphAnswer>
}

export interface CallOptions {
  as?: GraphCaller
  /** Scopes of a person's token, roles of an application's. */
  permissions?: readonly string[]
  body?: unknown
  headers?: Record<string, string>
}

export const eventual = { consistencylevel: 'eventual' }

const defaultPermissions = {
  user: ['Application.ReadWrite.All', 'Directory.Read.All', 'User.Read', 'AuditLog.Read.All'],
  app: ['Application.ReadWrite.All', 'Directory.Read.All', 'AuditLog.Read.All'],
}

/** An emulator with ways to call its Graph as one of the seeded people. */
export async function startGraph(
  options: { clock?: Clock; reality?: Partial<Reality> } = {},
): Promise<GraphTest> {
  const emulator = await startTestEmulator(options)
  return {
    emulator,
    call: async (method, path, { as = 'admin', permissions, body, headers } = {}) => {
      const token = await mintGraphToken(emulator.world, as, permissions)
      const versioned = /^\/(v1\.0|beta)\//.test(path) ? path : `/v1.0${path}`
      const response = await emulator.fetch(`${emulator.httpsOrigin}${versioned}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      return {
        status: response.status,
        headers: new Headers([...response.headers]),
        body: parsed(text),
        text,
      }
    },
  }
}

/** An access token for Graph, signed with the tenant's real key. */
export async function mintGraphToken(
  world: World,
  as: GraphCaller,
  permissions?: readonly string[],
): Promise<string> {
  const now = Math.floor(world.clock.now() / 1000)
  const { tenantId } = world.settings
  const claims = {
    iss: accessTokenIssuer(tenantId),
    aud: 'https://graph.microsoft.com',
    iat: now,
    nbf: now,
    exp: now + 3599,
    tid: tenantId,
  }
  if (as === 'automation') {
    const { servicePrincipalId: oid, clientId: appid } = automationClient
    return world.keys.sign('entra', {
      ...claims,
      oid,
      appid,
      idtyp: 'app',
      roles: permissions ?? defaultPermissions.app,
    })
  }
  const { objectId: oid, username: upn, displayName: name } = accounts[as]
  const scp = (permissions ?? defaultPermissions.user).join(' ')
  const appid = portalClient.clientId
  return world.keys.sign('entra', { ...claims, oid, upn, name, scp, appid, idtyp: 'user' })
}

/** Status, code and text of a refusal. */
export function refusalOf({ status, body }: GraphAnswer) {
  const { error } = body
  const { code, message } = isRecord(error) ? error : {}
  return { status, code, message }
}

/** One property of each object of a list. */
export function valuesOf({ body }: GraphAnswer, property: string): unknown[] {
  const { value } = body
  return Array.isArray(value) ? value.map((item: unknown) => (isRecord(item) ? item[property] : item)) : []
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
