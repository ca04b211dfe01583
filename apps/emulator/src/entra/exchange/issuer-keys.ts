import { z } from 'zod'
import type { World } from '../../kernel/world.ts'
import { invalidRequest } from '../core/refusal.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation: only the first 100 keys are stored. */
const storedKeys = 100

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https$/ }) })
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })) })
const rsaKey = z.object({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), e: z.string() })

/** RSA keys that an outside issuer publishes, fetched anew for each exchange. */
export async function fetchIssuerKeys(issuer: string, world: World) {
  const base = issuer.endsWith('/') ? issuer.slice(0, -1) : issuer
  const document = await fetchJson(`${base}/.well-known/openid-configuration`, discovery, world)
  if (document.issuer !== issuer) throw unusable()
  const { keys } = await fetchJson(document.jwks_uri, keySet, world)
  return keys.slice(0, storedKeys).flatMap((key) => {
    const parsed = rsaKey.safeParse(key)
    return parsed.success ? [parsed.data] : []
  })
}

async function fetchJson<T>(url: string, schema: z.ZodType<T>, world: World): Promise<T> {
  const { status, body } = await world.fetchIssuer(url).catch(() => {
    throw invalidRequest(90061, 'Request to External OIDC endpoint failed.')
  })
  const parsed = status === 200 ? schema.safeParse(parseJson(body)) : undefined
  if (!parsed?.success) throw unusable()
  return parsed.data
}

function unusable() {
  return invalidRequest(50166, 'Request to External OIDC endpoint failed.')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unusable()
  }
}
