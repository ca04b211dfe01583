import {
  compareToken,
  explainError,
  readPresented,
  type Cause,
  type Cloud,
  type ComparedTrust,
  type ErrorDiagnosis,
  type Presented,
  type TokenContext,
} from '@trustwright/federation'
import { isMeantAsToken } from './case-text.ts'
import { mergeCauses } from './merge-causes.ts'
import { readable } from './readable.ts'
import type { Scope, TenantTrust } from './scope.ts'
import { whereItFits } from './where-it-fits.ts'

export interface Surroundings {
  readonly cloud: Cloud
  /** Of the portal; absent while nobody is signed in. */
  readonly tenantId?: string
  /** ISO 8601. */
  readonly now: string
  /** Keys of the token's issuer, once they were read. */
  readonly jwks?: NonNullable<TokenContext['jwks']> | undefined
}

/** What an error, a token or both say, beside the trusts that are known. Holds no token. */
export interface Examination {
  /** `AADSTS700213`; null where the text names none. */
  readonly error: ErrorDiagnosis | null
  /** The claims that the workload showed, as far as the text tells them. */
  readonly presented: Presented | null
  /** Best first. */
  readonly causes: readonly Cause[]
  /** Trusts that everything known of the claims fits, to the letter. */
  readonly matching: readonly TenantTrust[]
  /** At most three, most alike first; empty where one matches. */
  readonly nearest: readonly NearTrust[]
  /** Nothing was found: the causes say what the text is instead. */
  readonly isNothing: boolean
}

export interface NearTrust {
  readonly trust: TenantTrust
  readonly differences: ComparedTrust['differences']
}

/** Reads a case. Any text; it never throws, and its time grows with the length alone. */
export function examine(
  pasted: string,
  scope: Scope,
  { cloud, tenantId, now, jwks }: Surroundings,
): Examination {
  const text = readable(pasted)
  const context = {
    cloud,
    now,
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(scope.identities.length === 0 ? {} : { knownIdentities: scope.identities }),
    ...(scope.others.length === 0 ? {} : { otherParents: scope.others }),
    ...parentContext(scope),
  }
  const explained = explainError(text, { trusts: scope.trusts, context })
  const error = explained.causes[0]?.code === 'text-unknown' ? null : explained
  const read = readPresented(text)
  const token = 'problem' in read ? null : read
  if (error === null && token === null) return nothing(text, read, explained)
  const presented = token ?? quotedClaims(explained)
  const code = error?.code ?? null
  const compared =
    token === null
      ? null
      : compareToken(
          token.source === 'token' ? { header: token.header, claims: token.claims } : text,
          scope.trusts ?? [],
          {
            ...context,
            ...(code === null ? {} : { rejectedWith: code }),
            // Claims alone have no header, so they name no key.
            ...(jwks === undefined || Object.keys(token.header).length === 0 ? {} : { jwks }),
          },
        )
  const nearest = nearOf(compared?.nearest ?? explained.nearest, scope)
  const matching = nearest.filter(({ trust }) => isMatch(trust, compared?.matching, nearest))
  const fits = matching.map(({ trust }) => trust)
  const merged = mergeCauses({ error, token: compared?.causes ?? [], isSigned: token?.source === 'token' })
  const isWide = scope.parent === null && scope.trusts !== null && scope.isPasted !== true
  const causes = isWide && error !== null ? whereItFits(text, fits, merged, context) : merged
  return {
    error,
    presented,
    // Without a list of trusts nothing is known about how many the identity has.
    causes: scope.trusts === null || isWide ? causes.filter(({ code }) => !isOfList(code, error)) : causes,
    matching: fits,
    nearest: fits.length > 0 ? [] : nearest,
    isNothing: false,
  }
}

function isOfList(code: Cause['code'], error: ErrorDiagnosis | null): boolean {
  return code === 'identity-without-trust' && error?.code !== 'AADSTS70025'
}

function parentContext({ parent }: Scope) {
  if (parent === null) return {}
  const { name, clientId } = parent
  return { parent: { name, ...(clientId === null ? {} : { clientId }) } }
}

function nothing(
  text: string,
  read: { problem: string } | Presented,
  explained: ErrorDiagnosis,
): Examination {
  const [notToken] = compareToken(text, []).causes
  const isToken = 'problem' in read && isMeantAsToken(text) && notToken !== undefined
  return {
    error: null,
    presented: null,
    causes: isToken ? [notToken] : explained.causes,
    matching: [],
    nearest: [],
    isNothing: true,
  }
}

function quotedClaims({ quoted }: ErrorDiagnosis): Presented | null {
  const { issuer, subject, audience } = quoted
  if (issuer === undefined && subject === undefined && audience === undefined) return null
  return {
    issuer,
    subject,
    audiences: audience === undefined ? undefined : [audience],
    claims: {},
    header: {},
    source: 'log',
  }
}

/** The engine hands back the very trusts that it was given. */
function nearOf(compared: readonly ComparedTrust[], { trusts }: Scope): readonly NearTrust[] {
  return compared.flatMap(({ trust, differences }) => {
    const own = trusts?.find((one) => one === trust)
    return own === undefined ? [] : [{ trust: own, differences }]
  })
}

/** A pattern may differ in its terms, which are no differences of a claim: the engine names what matches. */
function isMatch(
  trust: TenantTrust,
  names: readonly string[] | undefined,
  nearest: readonly NearTrust[],
): boolean {
  const differences = nearest.find((one) => one.trust === trust)?.differences ?? []
  if (differences.length > 0) return false
  if (names !== undefined) return names.includes(trust.name ?? '')
  return trust.claimsMatchingExpression === undefined
}
