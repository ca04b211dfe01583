import { z } from 'zod'
import type { EmulatorRequest } from './operation.ts'

/** Who a request says it is from; never proof, and never the token itself. */
export interface CallerName {
  upn?: string
  objectId?: string
  appId?: string
}

const claims = z.object({
  upn: z.string().optional(),
  preferred_username: z.string().optional(),
  oid: z.string().optional(),
  appid: z.string().optional(),
  azp: z.string().optional(),
})

/** From the bearer token's claims, or the client that asks for a token; undefined when it names nobody. */
export function callerName({ headers, body }: EmulatorRequest): CallerName | undefined {
  const authorization = headers.authorization ?? ''
  const payload = /^Bearer +[\w-]+\.([\w-]+)\./i.exec(authorization)?.[1]
  if (payload !== undefined) return fromClaims(payload)
  const basic = /^Basic +(\S+)$/i.exec(authorization)?.[1]
  if (basic !== undefined) return named({ appId: decoded(basic).split(':')[0] })
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) return undefined
  const form = new URLSearchParams(body)
  return named({ appId: form.get('client_id') ?? undefined, upn: form.get('username') ?? undefined })
}

function fromClaims(payload: string): CallerName | undefined {
  try {
    const { upn, preferred_username, oid, appid, azp } = claims.parse(JSON.parse(decoded(payload)))
    return named({ upn: upn ?? preferred_username, objectId: oid, appId: appid ?? azp })
  } catch {
    // Nobody is named by a token that cannot be read; whether it is refused is up to the operation.
    return undefined
  }
}

function named(names: { [Name in keyof CallerName]: string | undefined }): CallerName | undefined {
  const given = Object.entries(names).filter(([, name]) => name !== undefined && name !== '')
  return given.length === 0
    ? undefined
    : Object.fromEntries(given.map(([key, name]) => [key, name?.slice(0, 200)]))
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8')
}
