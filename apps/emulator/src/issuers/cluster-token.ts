import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { World } from '../kernel/world.ts'
import { clusterIssuer, tokenExchangeAudience } from '../seed.ts'

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/
const subdomain = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
const lifetimeSeconds = 3600

export const clusterFields = z.strictObject({
  namespace: z
    .string('is needed')
    .regex(label, 'must be a namespace: lower-case letters, digits and -, at most 63'),
  serviceAccount: z
    .string()
    .regex(subdomain, 'must be a service account: lower-case letters, digits, - and .'),
  audience: z.string('is needed').min(1, 'must not be empty').default(tokenExchangeAudience),
})

/** A projected service account token: https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/ */
export function clusterClaims(
  { namespace, serviceAccount, audience }: z.output<typeof clusterFields>,
  world: World,
): Record<string, unknown> {
  const now = Math.floor(world.clock.now() / 1000)
  const uid = uidOf(`${namespace}/${serviceAccount}`)
  return {
    aud: [audience],
    exp: now + lifetimeSeconds,
    iat: now,
    iss: clusterIssuer,
    jti: world.newGuid(),
    'kubernetes.io': { namespace, serviceaccount: { name: serviceAccount, uid } },
    nbf: now,
    sub: `system:serviceaccount:${namespace}:${serviceAccount}`,
  }
}

function uidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
