import { z } from 'zod'
import type { World } from '../../kernel/world.ts'
import { invalidRequest } from '../core/refusal.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation: only the first 100 keys are stored. */
const storedKeys = 100

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https$/ }) })
const keySet = z.object({ keys: z.array(z.looseObject({})) })
const rsaKey = z.object({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), e: z.string() })

export type RsaKey = z.infer<typeof rsaKey>

/**
 * RSA keys that an outside issuer publishes, fetched anew. Throws by cause, as reports have it (u): 501661 when the issuer
 * does not answer (a private host), 50166 when it answers that it cannot now (429, 5xx), 90061 when what it answers is no
 * metadata of this issuer or holds no list of keys.
 * https://azure.github.io/azure-workload-identity/docs/troubleshooting.html
 */
export async function fetchIssuerKeys(issuer: string, world: World): Promise<RsaKey[]> {
  const base = issuer.endsWith('/') ? issuer.slice(0, -1) : issuer
  const document = await fetchJson(`${base}/.well-known/openid-configuration`, discovery, world)
  if (document.issuer !== issuer) throw failed(90061)
  const { keys } = await fetchJson(document.jwks_uri, keySet, world)
  return rsaKeys(keys)
}

/** Those that can verify RS256 among the first hundred. */
export function rsaKeys(keys: readonly Record<string, unknown>[]): RsaKey[] {
  return keys.slice(0, storedKeys).flatMap((key) => {
    const parsed = rsaKey.safeParse(key)
    return parsed.success ? [parsed.data] : []
  })
}

async function fetchJson<T>(url: string, schema: z.ZodType<T>, world: World): Promise<T> {
  const { status, body } = await ask(url, world)
  if (status === 429 || status >= 500) throw failed(50166)
  const parsed = status === 200 ? schema.safeParse(parseJson(body)) : undefined
  if (!parsed?.success) throw failed(90061)
  return parsed.data
}

/** An issuer that is no address, which ARM and Graph store as well, cannot be reached either. */
async function ask(url: string, world: World) {
  try {
    return await world.fetchIssuer(url)
  } catch {
    throw failed(501661)
  }
}

function failed(code: 90061 | 50166 | 501661) {
  return invalidRequest(code, 'Request to External OIDC endpoint failed.')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw failed(90061)
  }
}
