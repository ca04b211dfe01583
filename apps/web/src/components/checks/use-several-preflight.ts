import { skipToken, useQuery } from '@tanstack/react-query'
import type { Cause } from '@trustwright/federation'
import type {
  AnyNewTrust,
  GuardrailRefusal,
  SeveralPreflight,
  TrustParent,
} from '@trustwright/shared-schemas'
import { severalPreflightQuery } from '../../api/diagnosis-queries.ts'
import { ownCauses, ownGuardrails, severalPreflightOf } from './several-preflight-of.ts'
import { toCause } from './to-cause.ts'
import { askedAfterMs, useRested } from './use-rested.ts'

export interface SeveralAsked {
  readonly hasFailed: boolean
  /** What is the same for all of them. */
  readonly common: readonly Cause[]
  /** By the name of the trust; one without any is left out. */
  readonly own: ReadonlyMap<string, readonly Cause[]>
  /** Rules of the portal that refuse it, in the same way. */
  readonly guardrails: ReadonlyMap<string, readonly GuardrailRefusal[]>
  /** Whoever fills the form may not store it, whether the page says so itself or not: somebody else may. */
  readonly lacksRight: boolean
  /** Null until Azure was asked. */
  readonly unknown: SeveralPreflight['unknown'] | null
}

/**
 * What stands in the way of storing these trusts, asked once their values rest. `hidden` are codes that the page says itself. Null for
 * the parent: it is not there yet, and nothing is asked.
 */
export function useSeveralPreflight(
  parent: TrustParent | null,
  trusts: readonly AnyNewTrust[],
  hidden: readonly string[],
): SeveralAsked {
  const rested = useRested(severalPreflightOf(parent, trusts), askedAfterMs)
  const query = severalPreflightQuery(rested ?? nothing)
  const { data, error } = useQuery(rested === null ? { ...query, queryFn: skipToken } : query)
  if (rested === null || data === undefined)
    return {
      hasFailed: rested !== null && error !== null,
      common: [],
      own: new Map(),
      guardrails: new Map(),
      lacksRight: false,
      unknown: null,
    }
  return {
    hasFailed: false,
    common: data.causes.filter(({ code }) => !hidden.includes(code)).map(toCause),
    own: ownCauses(rested, data, hidden),
    guardrails: ownGuardrails(rested, data),
    lacksRight: data.causes.some(({ code }) => code === 'write-permission'),
    unknown: data.unknown,
  }
}

const nothing = { parent: { kind: 'application', appId: '' } as const, drafts: [] }
