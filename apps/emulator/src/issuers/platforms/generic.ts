import { createHash } from 'node:crypto'
import { z } from 'zod'
import { coveringName } from '../../kernel/host-patterns.ts'
import type { World } from '../../kernel/world.ts'
import { tokenExchangeAudience, unknownIssuer } from '../../seed.ts'
import { commonFields, readCommon } from '../common-fields.ts'
import { describeFields, selfHostedPatterns, text } from '../fields.ts'
import type { Platform } from '../platform.ts'
import { toProblems } from '../to-problems.ts'

const fields = {
  issuer: z
    .url({ protocol: /^https$/, error: 'must be an https address' })
    .max(600, 'must be at most 600 characters')
    .meta({
      title: 'Issuer',
      description: `On a host that runs here, such as https://issuer.contoso.example`,
    }),
  subject: text('Subject'),
  claims: z
    .record(z.string(), z.unknown(), 'must be an object')
    .default({})
    .meta({ title: 'Further claims', description: 'They win over the ones above' }),
}
const schema = z.strictObject(fields)

/** A public name beside those that nobody can own: an issuer of some company's, which no platform stands behind. */
const ownHosts: readonly string[] = [...selfHostedPatterns, new URL(unknownIssuer).hostname]
const lifetimeSeconds = 3600

/** Any issuer on a host that runs here, with any subject and claims. Issuers of the other platforms keep their keys. */
export function createGeneric(others: readonly Platform[]): Platform {
  const hosts = new Set([...ownHosts, ...others.flatMap((platform) => platform.hosts)])
  const ownerOf = (issuer: string, world: World) =>
    others.find((platform) => platform.fieldsOfIssuer(issuer, world) !== undefined)
  const purposeOf = (issuer: string) => {
    const hash = createHash('sha256').update(issuer.replace(/\/$/, '')).digest('hex')
    return `issuer-generic-${hash.slice(0, 12)}`
  }
  return {
    id: 'generic',
    title: 'Another issuer',
    source: 'https://openid.net/specs/openid-connect-discovery-1_0.html',
    issuer: '{issuer}',
    standardIssuer: 'https://issuer.contoso.example',
    hosts: ownHosts,
    subject: '{subject}',
    example: { issuer: 'https://issuer.contoso.example', subject: 'deploy' },
    fields: [
      ...describeFields(fields).filter(({ name }) => name !== 'claims'),
      {
        name: 'claims',
        label: 'Further claims',
        help: 'A JSON object; they win over the ones above',
        required: false,
        kind: 'text',
      },
      ...describeFields(commonFields),
    ],
    fieldsOfIssuer: (issuer) => (onHosts(issuer, new Set(ownHosts)) ? { issuer } : undefined),
    fieldsOfSubject: (subject) => (subject === '' ? undefined : { subject }),
    keysAddress: (issuer) => `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`,
    keyPurpose: purposeOf,
    discovery: {},
    compose: (input, world) => {
      const common = readCommon(input)
      if ('problems' in common) return common
      const parsed = schema.safeParse(common.rest)
      if (!parsed.success) return { problems: toProblems(parsed.error.issues) }
      const { issuer, subject, claims } = parsed.data
      if (!onHosts(issuer, hosts)) {
        return { problems: [{ field: 'issuer', text: 'is on a host that does not run here' }] }
      }
      const { audience = tokenExchangeAudience, issuedSecondsAgo = 0, expiresInSeconds } = common.values
      const now = Math.floor(world.clock.now() / 1000)
      const iat = now - issuedSecondsAgo
      const exp = expiresInSeconds === undefined ? iat + lifetimeSeconds : now + expiresInSeconds
      return {
        issuer,
        keyPurpose: ownerOf(issuer, world)?.keyPurpose(issuer) ?? purposeOf(issuer),
        claims: {
          iss: issuer,
          sub: subject,
          aud: audience,
          iat,
          nbf: iat,
          exp,
          jti: world.newGuid(),
          ...claims,
        },
      }
    },
  }
}

/** Without port, query or fragment: those are no issuer. */
function onHosts(issuer: string, hosts: ReadonlySet<string>): boolean {
  if (!URL.canParse(issuer)) return false
  const { protocol, hostname, port, search, hash, username } = new URL(issuer)
  const plain = [port, search, hash, username].every((part) => part === '')
  return plain && protocol === 'https:' && coveringName(hostname, (name) => hosts.has(name)) !== undefined
}
