import { limits } from '@trustwright/shared-schemas'
import type { Cloud } from '../model/cloud.ts'
import type { Recognised } from '../model/preset.ts'
import { hostOf } from '../presets/issuer-host.ts'
import { recognise } from '../recognise.ts'
import type { Cause } from './cause.ts'
import { type KnownPlatform, platformOfIssuer, platformOfSubject, spelledRight } from './platform-of.ts'
import {
  type DiagnosedParentKind,
  type DiagnosedTrust,
  type DiagnosisFacts,
  expressionOf,
  type GithubFacts,
  type OtherParent,
  type SharedContext,
} from './trust.ts'

export interface CheckContext extends SharedContext {
  readonly parentKind?: DiagnosedParentKind | undefined
  /** Trusts that the same parent already has. */
  readonly siblings?: readonly DiagnosedTrust[]
  /** Identities of the tenant, whose IDs are easily taken for one another. */
  readonly knownIdentities?: readonly {
    readonly name?: string
    readonly clientId?: string
    readonly principalId?: string
  }[]
  /** A policy of the tenant that wants a claim in the tokens of an issuer. */
  readonly tenantPolicy?: {
    readonly issuer: string
    readonly requiredClaim: string
    readonly values: readonly string[]
  }
  /** Default `create`; an update may keep its own name and values. */
  readonly operation?: string
}

/** A draft as its rules read it: nothing is null that can be the empty text. */
export interface DraftView {
  readonly trust: DiagnosedTrust
  readonly name: string | null
  readonly issuer: string
  /** The issuer as its platform spells it, by which the subject is judged. */
  readonly rightIssuer: string
  readonly host: string
  readonly subject: string
  readonly expression: string | null
  readonly audiences: readonly string[]
  readonly audience: string
  readonly cloud: Cloud
  readonly parentKind: DiagnosedParentKind | null
  readonly siblings: readonly DiagnosedTrust[]
  readonly otherParents: readonly OtherParent[]
  readonly knownIdentities: NonNullable<CheckContext['knownIdentities']>
  readonly tenantPolicy: NonNullable<CheckContext['tenantPolicy']> | null
  readonly facts: DiagnosisFacts
  readonly github: GithubFacts
  readonly tenantId: string | null
  /** How issuer, spelled right, and subject read in a person's words; asking again costs nothing. */
  readonly recognised: () => Recognised | null
  readonly issuerPlatform: KnownPlatform | null
  readonly subjectPlatform: KnownPlatform | null
}

/** One mistake, wherever it stands. */
export type DraftRule = (draft: DraftView) => readonly Cause[]

/** Azure takes 600 characters, so that nothing right is cut; the rules' time is bounded by it. */
const readLength = 4 * limits.textLength

/** The start of a value: as much of it as any rule reads. */
export function startOf(value: string): string {
  return value.slice(0, readLength)
}

export function viewOf(trust: DiagnosedTrust, context: CheckContext = {}): DraftView {
  const issuer = startOf(trust.issuer ?? '')
  const subject = startOf(trust.subject ?? '')
  const expression = expressionOf(trust)
  const rightIssuer = spelledRight(issuer)
  const cloud = context.cloud ?? 'public'
  const isUpdate = context.operation === 'update'
  return {
    trust,
    name: trust.name === undefined ? null : startOf(trust.name),
    issuer,
    rightIssuer,
    host: hostOf(issuer.trim()),
    subject,
    expression: expression === null ? null : expression.slice(0, 2 * limits.expressionLength),
    audiences: (trust.audiences ?? []).map(startOf),
    audience: startOf(trust.audiences?.[0] ?? ''),
    cloud,
    parentKind: context.parentKind ?? null,
    siblings: (context.siblings ?? []).filter(({ name }) => !isUpdate || name !== trust.name),
    otherParents: context.otherParents ?? [],
    knownIdentities: context.knownIdentities ?? [],
    tenantPolicy: context.tenantPolicy ?? null,
    facts: context.facts ?? {},
    github: context.facts?.github ?? {},
    tenantId: context.tenantId ?? null,
    recognised: once(() => recognise({ issuer: rightIssuer, subject }, cloud)),
    issuerPlatform: platformOfIssuer(issuer),
    subjectPlatform: platformOfSubject(subject.trim()),
  }
}

/** Many drafts are refused before anybody asks, and asking is the dearest part of a check. */
function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | null = null
  return () => {
    done ??= { value: work() }
    return done.value
  }
}
