import { AuthorizationManagementClient } from '@azure/arm-authorization'
import { ContainerServiceClient } from '@azure/arm-containerservice'
import { ManagedServiceIdentityClient } from '@azure/arm-msi'
import { PolicyClient } from '@azure/arm-policy'
import { ResourceGraphClient } from '@azure/arm-resourcegraph'
import { ResourceManagementClient } from '@azure/arm-resources'
import { SubscriptionClient } from '@azure/arm-resources-subscriptions'
import type { TokenCredential } from '@azure/core-auth'
import { accessTokenIssuer } from '../../kernel/bearer.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Reality } from '../../kernel/reality.ts'
import type { World } from '../../kernel/world.ts'
import { accounts, automationClient, subscriptions, type SeedRole } from '../../seed.ts'
import { startTestEmulator, type TestEmulator } from '../../testing/start-test-emulator.ts'

export type TestCaller = SeedRole | 'automation'

/** An answer of ARM, its body parsed when it is JSON. */
export interface ArmAnswer {
  status: number
  headers: Headers
  body: unknown
}

export interface ArmTest {
  emulator: TestEmulator
  /** One raw call. A string body is sent as it is. The api-version is added unless the path has a query. */
  call: (
    method: string,
    path: string,
    options?: { as?: TestCaller; body?: unknown; token?: string },
  ) => Promise<ArmAnswer>
  /** The vendor's own clients, trusting the local CA, without retries of their own. */
  clients: (as: TestCaller, subscriptionId?: string) => ArmClients
}

interface ArmClients {
  msi: ManagedServiceIdentityClient
  resources: ResourceManagementClient
  authorization: AuthorizationManagementClient
  subscriptions: SubscriptionClient
  policy: PolicyClient
  containers: ContainerServiceClient
  graph: ResourceGraphClient
}

/** An emulator with ways to call its ARM as one of the seeded people. */
export async function startArm(
  options: { clock?: Clock; reality?: Partial<Reality> } = {},
): Promise<ArmTest> {
  const emulator = await startTestEmulator(options)
  const { world, httpsOrigin, caPem } = emulator
  return {
    emulator,
    call: async (method, path, { as = 'developer', body, token } = {}) => {
      const response = await emulator.fetch(`${httpsOrigin}${withVersion(path)}`, {
        method,
        headers: {
          authorization: `Bearer ${token ?? (await mintToken(world, as))}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const parsed: unknown = text === '' ? undefined : JSON.parse(text)
      return { status: response.status, headers: new Headers([...response.headers]), body: parsed }
    },
    clients: (as, subscriptionId = subscriptions.development.subscriptionId) => {
      const credential = credentialFor(world, as)
      const options = {
        endpoint: httpsOrigin,
        tlsOptions: { ca: caPem },
        retryOptions: { maxRetries: 0 },
      }
      const hosted = { ...options, $host: httpsOrigin }
      return {
        msi: new ManagedServiceIdentityClient(credential, subscriptionId, hosted),
        resources: new ResourceManagementClient(credential, subscriptionId, options),
        authorization: new AuthorizationManagementClient(credential, subscriptionId, hosted),
        subscriptions: new SubscriptionClient(credential, options),
        policy: new PolicyClient(credential, subscriptionId, options),
        containers: new ContainerServiceClient(credential, subscriptionId, options),
        graph: new ResourceGraphClient(credential, options),
      }
    },
  }
}

/** An access token for ARM or Graph, signed with the tenant's real key. */
export async function mintToken(
  world: World,
  as: TestCaller,
  audience = 'https://management.azure.com',
): Promise<string> {
  const now = Math.floor(world.clock.now() / 1000)
  const { tenantId } = world.settings
  const claims = { iss: accessTokenIssuer(tenantId), aud: audience, iat: now, nbf: now, exp: now + 3599 }
  if (as === 'automation') {
    const { servicePrincipalId: oid, clientId: appid } = automationClient
    return world.keys.sign('entra', { ...claims, tid: tenantId, oid, appid, idtyp: 'app' })
  }
  const { objectId: oid, username: upn, displayName: name } = accounts[as]
  return world.keys.sign('entra', { ...claims, tid: tenantId, oid, upn, name, idtyp: 'user' })
}

/** Code of an ARM or Graph error body; undefined for anything else. */
export function errorOf({ status, body }: ArmAnswer): { status: number; code: unknown; message: unknown } {
  const error: unknown = isRecord(body) ? body.error : undefined
  if (!isRecord(error)) return { status, code: undefined, message: undefined }
  return { status, code: error.code, message: error.message }
}

/** Names of the items of an ARM list. */
export function namesIn({ body }: ArmAnswer): unknown[] {
  const value = isRecord(body) ? body.value : undefined
  return Array.isArray(value) ? value.map((item: unknown) => (isRecord(item) ? item.name : item)) : []
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withVersion(path: string): string {
  if (path.includes('?')) return path
  const namespace = /.*\/providers\/Microsoft\.(\w+)\//i.exec(path)?.[1]?.toLowerCase()
  if (namespace === 'managedidentity') return `${path}?api-version=2024-11-30`
  return `${path}?api-version=${versions(path, namespace)}`
}

function credentialFor(world: World, as: TestCaller): TokenCredential {
  return {
    getToken: async () => ({
      token: await mintToken(world, as),
      expiresOnTimestamp: world.clock.now() + 3_599_000,
    }),
  }
}

function versions(path: string, namespace: string | undefined): string {
  if (/\/policy\w+/i.test(path)) return '2023-04-01'
  if (/\/locks/i.test(path)) return '2020-05-01'
  if (namespace === 'authorization') return '2022-04-01'
  if (namespace === 'containerservice') return '2025-05-01'
  if (namespace === 'resourcegraph') return '2022-10-01'
  return namespace === 'insights' ? '2015-04-01' : '2022-12-01'
}
