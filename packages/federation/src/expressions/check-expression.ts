import type { Severity, Warning } from '../model/warning.ts'
import type { Expression, ExpressionTerm } from './expression.ts'
import { type ExpressionIssuer, expressionIssuerOf, type RequiredClaims } from './expression-issuers.ts'
import { expressionWarning } from './expression-warning.ts'
import { oddTerms } from './odd-terms.ts'
import { parseExpression } from './parse-expression.ts'
import { reachOf } from './reach.ts'

/**
 * What Azure would refuse in an expression for this issuer, and what it would match beyond the expected. An empty list
 * means that nothing known speaks against it. The rules are those of a preview: see `expressionIssuers` for their day.
 */
export function checkExpression(issuer: string, text: string): readonly Warning[] {
  const { expression, problem } = parseExpression(text)
  if (expression === null)
    return [expressionWarning('expression-refused', 'block', problem.text, problem.fix)]
  const known = expressionIssuerOf(issuer)
  if (known === null) return [otherIssuer(issuer)]
  return [
    ...expression.terms.flatMap((term) => claimOf(known, term)),
    ...known.required.flatMap((required) => missing(known, expression, required)),
    ...expression.terms.flatMap((term) => plainCharacters(known, term)),
    ...oddTerms(known.name, expression),
    ...expression.terms.flatMap(doubledQuote),
    ...wide(issuer, expression),
  ]
}

function otherIssuer(issuer: string): Warning {
  return expressionWarning(
    'expression-issuer',
    'block',
    `Azure takes expressions of GitHub, GitLab and HCP Terraform only, not of ${issuer || 'this issuer'}.`,
    'List the workloads, and make one trust for each.',
  )
}

function claimOf({ name, claims }: ExpressionIssuer, { claim, operator }: ExpressionTerm): Warning[] {
  const operators = Object.hasOwn(claims, claim) ? claims[claim] : undefined
  if (operators === undefined) {
    return [
      expressionWarning(
        'expression-claim',
        'block',
        `Azure does not take the claim ${claim} for ${name}.`,
        `Use ${Object.keys(claims).join(', ')}; other values must be made part of the subject at the platform.`,
      ),
    ]
  }
  if (operators.includes(operator)) return []
  return [
    expressionWarning(
      'expression-claim',
      'block',
      `Azure takes ${claim} with ${operators.join(' or ')} only.`,
      `Write claims['${claim}'] ${operators.join(' or ')} '…'.`,
    ),
  ]
}

function missing(known: ExpressionIssuer, { terms }: Expression, required: RequiredClaims): Warning[] {
  const { anyOf, severity, why, exceptSubject } = required
  if (terms.some(({ claim }) => anyOf.includes(claim))) return []
  const subject = terms.find(({ claim }) => claim === 'sub')?.comparand ?? ''
  if (exceptSubject !== undefined && subject.startsWith(exceptSubject)) return []
  const either = anyOf.length > 1 ? 'one of ' : ''
  return [
    expressionWarning(
      'expression-claim',
      severity,
      `An expression for ${known.name} lacks ${either}${anyOf.join(', ')}. ${why}`,
      `Add: and claims['${anyOf[0] ?? ''}'] eq '…'`,
    ),
  ]
}

function plainCharacters(
  { claims }: ExpressionIssuer,
  { claim, operator, comparand }: ExpressionTerm,
): Warning[] {
  if (operator !== 'eq' || !/[*?]/.test(comparand)) return []
  if (!Object.hasOwn(claims, claim) || claims[claim]?.includes('matches') !== true) return []
  return [
    expressionWarning(
      'expression-wildcard',
      'warn',
      `eq takes * and ? as plain characters, so ${claim} would likely never match.`,
      'Write matches instead of eq.',
    ),
  ]
}

function doubledQuote({ comparand }: ExpressionTerm): Warning[] {
  if (!comparand.includes("'")) return []
  return [
    expressionWarning(
      'expression-unsure',
      'info',
      'Azure’s documents do not say how a quote inside a text is written; doubling it is the usual way.',
      'Try it with a token before you rely on it.',
    ),
  ]
}

function wide(issuer: string, expression: Expression): Warning[] {
  const reach = reachOf(issuer, expression)
  if (reach.breadth !== 'anyone' && reach.breadth !== 'whole-owner') return []
  const severity: Severity = reach.breadth === 'anyone' ? 'block' : 'warn'
  return [expressionWarning('expression-wide', severity, reach.text, reach.fix)]
}
