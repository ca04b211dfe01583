import { ObjectId, TenantId } from '@trustwright/shared-schemas'
import * as z from 'zod'
import type { SealingKey } from './auth/sealing.ts'
import { IssuerResolve } from './issuer-resolve.ts'

const present = (what: string) => z.string({ error: `set it: ${what}` })

/** An origin or base address, returned without a slash at its end. */
const base = (what: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && /^https?:\/\//.test(value), {
      error: `${what} is an http(s) address`,
    })
    .transform((value) => value.replace(/\/+$/, ''))

const secure = (what: string) =>
  base(what).refine((value) => value.startsWith('https://'), { error: `${what} starts with https://` })

/** A page for people: http is for a program on their own machine. */
const page = (what: string) =>
  base(what).refine((value) => value.startsWith('https://') || isOwnMachine(new URL(value).hostname), {
    error: `${what} starts with https:// unless the host is localhost`,
  })

const isOwnMachine = (host: string) => ['localhost', '127.0.0.1'].includes(host)

const PortalOrigin = base('the address people open')
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, {
    error: 'give only scheme, host and port, such as https://portal.contoso.com',
  })
  .refine((value) => value.startsWith('https://') || isOwnMachine(new URL(value).hostname), {
    error:
      'use https:// unless the host is localhost, since browsers keep the session cookie for safe origins only',
  })

const Audiences = z.string().transform((text, context): readonly string[] => {
  const audiences = text.split(',').map((audience) => audience.trim())
  if (audiences.every((audience) => /^[!-~]{1,255}$/.test(audience))) return audiences
  context.addIssue({
    code: 'custom',
    message: 'write what the aud of an access token may be, separated by commas, such as api://trustwright',
  })
  return z.NEVER
})

const number = (from: number, to: number) => {
  const error = `give a number from ${from} to ${to}`
  return z.coerce.number({ error }).min(from, error).max(to, error)
}
const integer = (from: number, to: number) =>
  number(from, to).int(`give a whole number from ${from} to ${to}`)

const SessionKeys = present('id:base64 of 32 random bytes, such as k1:$(openssl rand -base64 32)').transform(
  (text, context): readonly [SealingKey, ...SealingKey[]] => {
    const keys = text.split(',').map((part) => {
      const [, id, encoded] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]+=*)$/.exec(part.trim()) ?? []
      return { id: id ?? '', key: Buffer.from(encoded ?? '', 'base64') }
    })
    const [first, ...others] = keys
    const distinct = new Set(keys.map(({ id }) => id)).size === keys.length
    if (first === undefined || !distinct || keys.some(({ id, key }) => id === '' || key.length !== 32)) {
      context.addIssue({
        code: 'custom',
        message: 'write id:base64(32 bytes)[,id:base64(32 bytes)], each id once; the first key seals',
      })
      return z.NEVER
    }
    return [first, ...others]
  },
)

const TrustProxy = z.string().transform((value, context): false | string[] => {
  if (value === 'off') return false
  const hops = value.split(',').map((hop) => hop.trim())
  if (hops.every((hop) => /^[0-9a-f.:]+(\/\d{1,3})?$/i.test(hop))) return hops
  context.addIssue({
    code: 'custom',
    message: 'write off, or the addresses of your proxies: 10.0.0.5,10.1.0.0/16',
  })
  return z.NEVER
})

const ObjectIds = z.string().transform((text, context): readonly string[] => {
  const ids = text.split(',').map((id) => id.trim())
  if (ids.every((id) => ObjectId.safeParse(id).success)) return ids
  context.addIssue({ code: 'custom', message: 'write object IDs of people, separated by commas' })
  return z.NEVER
})

/** Exact origins: each ends up in a policy header, where a star or a semicolon would mean more than an address. */
const Origins = z.string().transform((text, context): readonly string[] => {
  const origins = text.split(',').map((origin) => origin.trim())
  const wrong = origins.find((origin) => !isExactOrigin(origin))
  if (wrong === undefined) return [...new Set(origins)]
  context.addIssue({
    code: 'custom',
    message: `write origins such as https://portal.contoso.com, separated by commas, each without path or star (http:// is for localhost only)`,
  })
  return z.NEVER
})

function isExactOrigin(text: string): boolean {
  if (!/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(text) || !URL.canParse(text)) return false
  const { origin, hostname, protocol } = new URL(text)
  return origin === text && (protocol === 'https:' || isOwnMachine(hostname))
}

const DatabaseUrl = z.string().refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), {
  error: 'write postgres://user:password@host:5432/database',
})

/** Every variable the portal reads. */
export const Environment = z.object({
  PORTAL_ORIGIN: PortalOrigin.default('http://localhost:4280'),
  PORT: integer(0, 65_535).default(4280),
  LISTEN: z.string().default('127.0.0.1'),
  PORTAL_DATA: z.string().default('.data/portal'),
  DATABASE_URL: DatabaseUrl.optional(),
  SESSION_KEYS: SessionKeys,
  CLOUD: z.enum(['public', 'usgov', 'china'], { error: 'choose public, usgov or china' }).default('public'),
  TENANT_ID: present("the tenant's GUID").pipe(TenantId),
  CLIENT_ID: present("the portal's application (client) ID in Entra"),
  CLIENT_SECRET: z.string().optional(),
  CLIENT_CERTIFICATE_PATH: z.string().optional(),
  CLIENT_ASSERTION: z
    .enum(['managed-identity', 'kubernetes'], { error: 'choose managed-identity or kubernetes' })
    .optional(),
  MANAGED_IDENTITY_CLIENT_ID: z.guid("write the managed identity's client ID").optional(),
  // Its name and place are those of Microsoft's webhook for pods, which then need not be told.
  AZURE_FEDERATED_TOKEN_FILE: z.string().default('/var/run/secrets/azure/tokens/azure-identity-token'),
  ENTRA_AUTHORITY: secure('the authority').optional(),
  ARM_ENDPOINT: secure('the ARM endpoint').optional(),
  ARM_AUDIENCE: secure('the ARM audience').optional(),
  GRAPH_ENDPOINT: secure('the Graph endpoint').optional(),
  GRAPH_AUDIENCE: secure('the Graph audience').optional(),
  ISSUER_RESOLVE: IssuerResolve.optional(),
  SAMPLE_TOKEN_URL: base('the page of sample tokens').optional(),
  GITHUB_API_URL: secure('the address of the REST interface').default('https://api.github.com'),
  GITHUB_WEB_URL: page('the address that people open').default('https://github.com'),
  GITHUB_TOKEN_URL: secure('the token endpoint').optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  API_AUDIENCES: Audiences.optional(),
  API_ORIGINS: Origins.default([]),
  SESSION_IDLE_MINUTES: number(1, 1440).default(60),
  SESSION_ABSOLUTE_HOURS: number(0.1, 168).default(12),
  ADMIN_APP_ROLE: z
    .string()
    .regex(/^[!-~]{1,120}$/, 'write the value of an app role, such as Trustwright.Admin')
    .default('Trustwright.Admin'),
  ADMIN_OBJECT_IDS: ObjectIds.default([]),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'choose fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  TRUST_PROXY: TrustProxy.default(false),
  WEB_ROOT: z.string().optional(),
  EMBED_ORIGINS: Origins.default([]),
  REQUESTS_PER_MINUTE: integer(10, 100_000).default(600),
  UNSUPPORTED_REGIONS: z
    .string()
    .transform((value) => value.split(',').map((region) => region.trim()))
    .optional(),
  BEACON_AUDIENCE: z
    .string()
    .regex(
      /^[a-z]+:[!-~]{1,200}[^/]$/,
      'write a URI without a slash at its end, such as api://trustwright-beacon',
    )
    .refine((value) => !value.startsWith('api://AzureADTokenExchange'), {
      error: 'choose one that Entra does not take',
    })
    .default('api://trustwright-beacon'),
  BEACON_MINUTES: number(0.1, 120).default(15),
  PROOF_WAIT_SCALE: number(0.01, 1).default(1),
  INVENTORY_LISTS_PER_SECOND_PER_SUBSCRIPTION: number(0.1, 1000).default(5),
  INVENTORY_LISTS_PER_SECOND_PER_TENANT: number(0.1, 1000).default(15),
  INVENTORY_SCHEDULE: z
    .string()
    .regex(/^\S+( \S+){4}$/, 'write a cron expression of five fields in UTC, such as 0 3 * * *')
    .optional(),
  SNAPSHOT_DAYS: number(1, 3650).default(400),
  SET_UP_WRITES_PER_SECOND_PER_IDENTITY: number(0.01, 1000).default(0.25),
  SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: number(0.01, 1000).default(2),
  SET_UP_WRITES_PER_SECOND_PER_TENANT: number(0.01, 1000).default(10),
})
