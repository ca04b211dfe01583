import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { KeyPurpose } from '../kernel/signing-keys.ts'
import type { World } from '../kernel/world.ts'
import { guidOf } from '../seed-guid.ts'
import { tokenExchangeAudience } from '../seed.ts'
import { commonFields, readCommon, type CommonValues } from './common-fields.ts'
import { describeFields } from './fields.ts'
import type { Claims, FieldProblem, Platform } from './platform.ts'
import { numberOf, shaOf } from './stable-values.ts'
import { template } from './template.ts'
import { toProblems } from './to-problems.ts'

/** What the claims of a token are made from, beside the fields. */
export interface ClaimContext {
  world: World
  issuer: string
  subject: string
  audience: string
  /** Seconds since 1970 at which the token was issued. */
  issuedAt: number
  /** A GUID that stays the same for the same text. */
  guid: (text: string) => string
  /** Decimal digits that stay the same for the same text. */
  number: (text: string) => string
  /** Hexadecimal SHA-1, as commits have. */
  sha: (text: string) => string
}

type Values<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape, z.core.$strict>>

export interface PlatformSpec<Shape extends z.ZodRawShape> {
  id: string
  title: string
  source: string
  issuer: string
  /** Needed when the issuer has placeholders. */
  standardIssuer?: string
  hosts: readonly string[]
  /** `{issuer}/…` (a slash at the issuer's end is not doubled) or a whole address. */
  keys?: string
  fields: Shape
  /** Fields that mint a token for the standard issuer. */
  example: z.input<z.ZodObject<Shape, z.core.$strict>>
  /** Template, or a function with the template for lists beside it. */
  subject: string | { shown: string; of: (values: Values<Shape>, world: World) => string }
  subjectFields?: (subject: string) => Record<string, string> | undefined
  /** Template, or a function with the template for lists beside it. */
  fixedAudience?: string | { shown: string; of: (values: Values<Shape>) => string }
  /** Kubernetes writes a list even for one audience. */
  audienceAsList?: boolean
  lifetimeSeconds: number
  claims?: (values: Values<Shape>, context: ClaimContext) => Claims
  /** Completes the fields from what the emulator knows, or says what is wrong with them together. */
  prepare?: (values: Values<Shape>, world: World) => Values<Shape> | { problems: FieldProblem[] }
  /** Says no to issuers that nobody has, though their form is right. */
  knows?: (fields: Record<string, string>, world: World) => boolean
  keyPurpose?: (issuer: string) => KeyPurpose
  discovery?: Readonly<Record<string, unknown>>
}

/** Makes a platform out of its description. */
export function definePlatform<Shape extends z.ZodRawShape>(spec: PlatformSpec<Shape>): Platform {
  const issuer = template(spec.issuer)
  const subject = typeof spec.subject === 'string' ? template(spec.subject) : undefined
  const keys = spec.keys ?? '{issuer}/.well-known/jwks'
  const schema = z.strictObject(spec.fields)
  const keyPurpose = (address: string) =>
    spec.keyPurpose?.(address) ?? purposeOf(spec.id, issuer.names, address)
  return {
    id: spec.id,
    title: spec.title,
    source: spec.source,
    issuer: spec.issuer,
    standardIssuer: spec.standardIssuer ?? spec.issuer,
    hosts: spec.hosts,
    subject: shownAs(spec.subject),
    example: spec.example,
    fields: [...describeFields(spec.fields), ...describeFields(commonFields)],
    ...(spec.fixedAudience ? { fixedAudience: shownAs(spec.fixedAudience) } : {}),
    fieldsOfIssuer: (address, world) => {
      const fields = issuer.parse(address)
      if (!fields || !fits(fields, spec.fields)) return undefined
      return spec.knows && !spec.knows(fields, world) ? undefined : fields
    },
    fieldsOfSubject: (value) => (subject ? subject.parse(value) : spec.subjectFields?.(value)),
    keysAddress: (address) => keys.replace('{issuer}', withoutSlash(address)),
    keyPurpose,
    discovery: spec.discovery ?? {},
    compose: (input, world) => {
      const read = readFields(spec, schema, input, world)
      if ('problems' in read) return read
      const { values, common } = read
      const address = issuer.format(values)
      const audience = chooseAudience(spec, common, values)
      if ('problems' in audience) return audience
      const named = {
        world,
        issuer: address,
        subject: subject ? subject.format(values) : subjectOf(spec, values, world),
        audience: audience.value,
      }
      return {
        issuer: address,
        keyPurpose: keyPurpose(address),
        claims: claimsOf(spec, values, named, common),
      }
    },
  }
}

/** Common and own fields, checked and completed, or what is wrong with them. */
function readFields<Shape extends z.ZodRawShape>(
  { prepare }: PlatformSpec<Shape>,
  schema: z.ZodObject<Shape, z.core.$strict>,
  input: unknown,
  world: World,
): { values: Values<Shape>; common: CommonValues } | { problems: FieldProblem[] } {
  const common = readCommon(input)
  if ('problems' in common) return common
  const parsed = schema.safeParse(common.rest)
  if (!parsed.success) return { problems: toProblems(parsed.error.issues) }
  const values = prepare?.(parsed.data, world) ?? parsed.data
  return isProblems(values) ? values : { values, common: common.values }
}

function subjectOf<Shape extends z.ZodRawShape>(
  { subject }: PlatformSpec<Shape>,
  values: Values<Shape>,
  world: World,
): string {
  return typeof subject === 'string' ? subject : subject.of(values, world)
}

function claimsOf<Shape extends z.ZodRawShape>(
  spec: PlatformSpec<Shape>,
  values: Values<Shape>,
  named: Pick<ClaimContext, 'world' | 'issuer' | 'subject' | 'audience'>,
  common: CommonValues,
): Claims {
  const { issuer, subject, audience, world } = named
  const now = Math.floor(world.clock.now() / 1000)
  const issuedAt = now - (common.issuedSecondsAgo ?? 0)
  const context = { ...named, issuedAt, guid: guidOf, number: numberOf, sha: shaOf }
  return {
    iss: issuer,
    sub: subject,
    aud: spec.audienceAsList ? [audience] : audience,
    iat: issuedAt,
    nbf: issuedAt,
    exp:
      common.expiresInSeconds === undefined ? issuedAt + spec.lifetimeSeconds : now + common.expiresInSeconds,
    jti: world.newGuid(),
    ...spec.claims?.(values, context),
  }
}

function chooseAudience<Shape extends z.ZodRawShape>(
  { fixedAudience: fixed }: PlatformSpec<Shape>,
  { audience }: CommonValues,
  values: Values<Shape>,
): { value: string } | { problems: FieldProblem[] } {
  if (fixed === undefined) return { value: audience ?? tokenExchangeAudience }
  const value = typeof fixed === 'string' ? template(fixed).format(values) : fixed.of(values)
  if (audience === undefined || audience === value) return { value }
  return { problems: [{ field: 'audience', text: `is always ${value} with this platform` }] }
}

function shownAs(claim: string | { shown: string }): string {
  return typeof claim === 'string' ? claim : claim.shown
}

function isProblems(values: object): values is { problems: FieldProblem[] } {
  return 'problems' in values
}

function fits(fields: Record<string, string>, shape: z.ZodRawShape): boolean {
  return Object.entries(fields).every(([name, value]) => {
    const schema = shape[name]
    return schema !== undefined && z.safeParse(schema, value).success
  })
}

function purposeOf(id: string, placeholders: readonly string[], issuer: string): string {
  if (placeholders.length === 0) return `issuer-${id}`
  return `issuer-${id}-${createHash('sha256').update(issuer).digest('hex').slice(0, 12)}`
}

function withoutSlash(issuer: string): string {
  return issuer.endsWith('/') ? issuer.slice(0, -1) : issuer
}
