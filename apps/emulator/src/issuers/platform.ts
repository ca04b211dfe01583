import type { KeyPurpose } from '../kernel/signing-keys.ts'
import type { World } from '../kernel/world.ts'
import type { FieldDescription } from './fields.ts'

export interface FieldProblem {
  field: string
  text: string
}

export type Claims = Record<string, unknown>

export type Composed =
  { issuer: string; keyPurpose: KeyPurpose; claims: Claims } | { problems: FieldProblem[] }

/** An outside platform that mints tokens: where it is found, what it asks for, what its tokens say. */
export interface Platform {
  id: string
  title: string
  /** The vendor's document that issuer, subject and claims were written from. */
  source: string
  /** Exact `iss`, or a template of it with `{field}` placeholders. */
  issuer: string
  /** An issuer that runs from the start: shown in lists, and meant when none is named. */
  standardIssuer: string
  /** Host names, or `*.suffix` for one label, that discovery and keys are asked for at. */
  hosts: readonly string[]
  /** How the subject is made, in the words of the fields. */
  subject: string
  fields: readonly FieldDescription[]
  /** Fields that mint a token for the standard issuer. */
  example: Readonly<Record<string, unknown>>
  /** The only audience its tokens can carry, as a template; left out: any may be asked for. */
  fixedAudience?: string
  /** Fields that give this issuer; undefined when it is not one of this platform's. */
  fieldsOfIssuer: (issuer: string, world: World) => Record<string, string> | undefined
  /** Fields that give this subject; undefined when they cannot. */
  fieldsOfSubject: (subject: string) => Record<string, string> | undefined
  /** Where the public keys of an issuer are. */
  keysAddress: (issuer: string) => string
  keyPurpose: (issuer: string) => KeyPurpose
  /** Fields of the discovery document beside the required ones. */
  discovery: Readonly<Record<string, unknown>>
  /** Claims of a token from natural fields, or which of them are wrong. Writes nothing. */
  compose: (input: unknown, world: World) => Composed
}
