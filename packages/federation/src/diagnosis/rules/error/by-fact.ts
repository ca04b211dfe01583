import { explainExchangeError } from '../../../tokens/exchange-error.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { CauseCode } from '../../codes.ts'
import { codeWords, type ErrorRule } from '../../error/error-case.ts'
import { furtherFacts } from '../../../tokens/further-facts.ts'

/** Codes whose fact says it all. */
const codes: Readonly<Record<string, CauseCode>> = {
  '50027': 'not-a-token',
  '50013': 'not-a-token',
  '500133': 'token-expired',
  '700233': 'expression-not-matched',
  '700234': 'expression-not-matched',
  '700235': 'expression-not-matched',
  '700237': 'expression-not-matched',
  '7002241': 'expression-not-matched',
  '7000215': 'secret-flow',
  '7000216': 'secret-flow',
  '7000218': 'secret-flow',
  '7000222': 'secret-flow',
  '70003': 'scope-unknown',
  '70011': 'scope-unknown',
  '1002012': 'scope-unknown',
  '90013': 'client-id-missing',
  '90014': 'client-id-missing',
  '900144': 'client-id-missing',
  '7000112': 'client-unknown',
  '700030': 'client-unknown',
}

/** Codes that need no more than their meaning: sign-ins of people, secrets, scopes, and those that nobody explained yet. */
export const byFact: ErrorRule = ({ code }) => {
  if (code === null) return null
  const further = Object.hasOwn(furtherFacts, code) ? furtherFacts[code] : undefined
  const { explanation, nextStep } = explainExchangeError({ error_description: `AADSTS${code}` })
  const isPerson = further?.phase === 'sign-in'
  const known = isPerson ? 'sign-in-blocked' : (codes[code] ?? null)
  const cause: Cause = causeOf(known ?? 'code-unknown', {
    severity: 'block',
    certainty: known === null ? 'possible' : 'certain',
    text: isPerson ? `${explanation} The workload and its trust are not at fault.` : explanation,
    evidence: codeWords(code),
    fix: nextStep,
  })
  return { phase: isPerson ? 'sign-in' : 'exchange', causes: [cause] }
}
