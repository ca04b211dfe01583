import { matchesPattern } from '../../../expressions/match-pattern.ts'
import { type Cause, causeOf } from '../../cause.ts'
import { type Presented, presentedInLog } from '../../claims/presented.ts'
import type { KnownTrust } from '../../claims/token-context.ts'
import { codeWords, type ErrorCase, type ErrorRule, type Explained } from '../../error/error-case.ts'
import { judgePresented } from '../../judge-presented.ts'
import { fittingParent, otherClientCauses, otherIdentityCause } from '../token/other-identity.ts'
import { refusedThoughEqual } from '../token/propagation.ts'
import { causesOfPresented, causesOfTrusts } from './without-values.ts'

/** Entra found no trust for issuer, audience or subject. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export const noMatch: ErrorRule = (found) => ({ phase: 'exchange', ...causesOf(found) })

function causesOf(found: ErrorCase): Pick<Explained, 'causes' | 'nearest'> {
  const { failure, trusts, context, code } = found
  const { issuer, subject, audience, wantedSubject, workflowRef } = failure.quoted
  const presented = withoutMasks(
    presentedInLog({ issuer, subject: subject ?? wantedSubject, audience, workflowRef }),
    trusts ?? [],
  )
  const others = otherClientCauses(context)
  if (
    presented.issuer === undefined &&
    presented.subject === undefined &&
    presented.audiences === undefined
  ) {
    const shown = causesOfTrusts(found)
    return { causes: [...others, ...(shown.length > 0 ? shown : causesOfPresented(presented, found))] }
  }
  if (trusts === null || trusts.length === 0)
    return { causes: [...others, ...withoutTrusts(found, presented)] }
  const { matching, nearest, causes } = judgePresented(presented, trusts, context)
  const [first] = matching
  if (first !== undefined) {
    const refused = () => [...refusedThoughEqual(first), ...otherIssuers(found, presented)]
    return { nearest, causes: others.length > 0 ? others : refused() }
  }
  const further = code === '7002138' ? caseInAnother(causes, found, presented) : []
  return { nearest, causes: [...others, ...causes, ...further] }
}

/** The subject alone is known, and trusts of several issuers exist: it may stand beside the wrong one. */
function otherIssuers({ trusts, code }: ErrorCase, { issuer }: Presented): readonly Cause[] {
  const issuers = new Set((trusts ?? []).map((trust) => trust.issuer))
  if (issuer !== undefined || issuers.size < 2) return []
  return [
    causeOf('issuer-differs', {
      severity: 'block',
      certainty: 'possible',
      text: 'The subject is that of a trust, yet this identity trusts several issuers: the token may come from another one than that trust names.',
      evidence: `${codeWords(code)} names no issuer; issuers of this identity: ${[...issuers].slice(0, 5).join(', ')}`,
      fix: 'Paste the token, or its “iss”, to compare both together.',
    }),
  ]
}

/** The list of trusts is empty or not known: what the text says, and where the fitting trust is. */
function withoutTrusts(found: ErrorCase, presented: Presented): readonly Cause[] {
  const parent = fittingParent(presented, found.context)
  const told = causesOfPresented(presented, found)
  if (parent !== null) {
    const rest = told.map((cause): Cause => ({ ...cause, certainty: 'possible' }))
    return [otherIdentityCause(parent, found.context, true), ...rest]
  }
  if (found.trusts === null) return told
  if (found.code === '70021') return judgePresented(presented, [], found.context).causes
  return [
    ...told,
    causeOf('other-client', {
      severity: 'block',
      certainty: 'possible',
      text: `The workload may sign in with another identity: this one has no trust, and ${codeWords(found.code)} comes only where one exists.`,
      evidence: `${codeWords(found.code)}; trusts of this identity: none`,
      fix: 'Compare with the identity whose client ID the workload uses, or set the client ID of this one and create the trust.',
    }),
  ]
}

/** The code proves a trust that differs in letter case alone, also where it is not among those that were read. */
function caseInAnother(causes: readonly Cause[], found: ErrorCase, presented: Presented): readonly Cause[] {
  return causes.some(({ family }) => family === 'subject_case') ? [] : causesOfPresented(presented, found)
}

/**
 * GitHub prints `***` for what equals a secret. A value that fits a trust around it counts as that trust’s, since no letter
 * that is seen differs; without trusts it is not known.
 */
function withoutMasks(presented: Presented, trusts: readonly KnownTrust[]): Presented {
  const unmasked = (
    value: string | undefined,
    storedOf: (trust: KnownTrust) => string | null | undefined,
  ) => {
    if (value?.includes('***') !== true) return value
    const fits = trusts.map((trust) => storedOf(trust) ?? '')
    const pattern = value.replaceAll('***', '*')
    return trusts.length === 0 ? undefined : (fits.find((stored) => matchesPattern(pattern, stored)) ?? value)
  }
  const audience = unmasked(presented.audiences?.[0], ({ audiences }) => audiences?.[0])
  return {
    ...presented,
    issuer: unmasked(presented.issuer, ({ issuer }) => issuer),
    subject: unmasked(presented.subject, ({ subject }) => subject),
    audiences: audience === undefined ? undefined : [audience],
  }
}
