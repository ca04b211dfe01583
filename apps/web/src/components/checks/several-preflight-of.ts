import type { Cause } from '@trustwright/federation'
import type {
  AnyNewTrust,
  GuardrailRefusal,
  SeveralPreflight,
  SeveralPreflightRequest,
  TrustParent,
} from '@trustwright/shared-schemas'
import { toCause } from './to-cause.ts'

/** Null while the parent is not there yet, or nothing is to be stored. */
export function severalPreflightOf(
  parent: TrustParent | null,
  trusts: readonly AnyNewTrust[],
): SeveralPreflightRequest | null {
  if (parent === null || trusts.length === 0) return null
  return {
    parent,
    drafts: trusts.map(({ name, issuer, subject = null, expression = null, audiences }) => ({
      name,
      issuer,
      subject,
      expression,
      audiences,
    })),
  }
}

/** The forms and the dry run have words and ways of their own for these. */
const saidByPage: readonly string[] = ['region-unsupported', 'write-permission']
/** Of a single trust; of several nobody could tell which. */
const saidOfOne: readonly string[] = [...saidByPage, 'name-taken', 'claims-taken']

/** Codes that the page says itself for so many trusts, with those of its own checks. */
export function hiddenCodes(count: number, checked: readonly string[]): readonly string[] {
  return [...checked, ...(count === 1 ? saidOfOne : saidByPage)]
}

/** What each trust alone would meet, by its name. */
export function ownCauses(
  { drafts }: SeveralPreflightRequest,
  answer: Pick<SeveralPreflight, 'drafts'>,
  hidden: readonly string[],
): ReadonlyMap<string, readonly Cause[]> {
  const all = drafts.map(({ name = '' }, at) => {
    const causes = answer.drafts[at]?.causes ?? []
    return [name, causes.filter(({ code }) => !hidden.includes(code)).map(toCause)] as const
  })
  return new Map(all.filter(([, causes]) => causes.length > 0))
}

/** Rules of the portal that refuse each trust, by its name. */
export function ownGuardrails(
  { drafts }: SeveralPreflightRequest,
  answer: Pick<SeveralPreflight, 'drafts'>,
): ReadonlyMap<string, readonly GuardrailRefusal[]> {
  const all = drafts.map(({ name = '' }, at) => [name, answer.drafts[at]?.guardrails ?? []] as const)
  return new Map(all.filter(([, guardrails]) => guardrails.length > 0))
}
