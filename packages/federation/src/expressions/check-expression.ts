import type { Severity, Warning, WarningCode } from '../model/warning.ts'
import type { Expression, ExpressionTerm } from './expression.ts'
import { type ExpressionIssuer, expressionIssuerOf, type RequiredClaims } from './expression-issuers.ts'
import { parseExpression } from './parse-expression.ts'
import { reachOf } from './reach.ts'

/**
 * What Azure would refuse in an expression for this issuer, and what it would match beyond the expected. An empty list
 * means that nothing known speaks against it. The rules are those of a preview: see `expressionIssuers` for their day.
 */
export function checkExpression(issuer: string, text: string): readonly Warning[] {
  const { expression, problem } = parseExpression(text)
  if (expression === null) return [warning('expression-refused', 'block', problem.text, problem.fix)]
  const known = expressionIssuerOf(issuer)
  if (known === null) return [otherIssuer(issuer)]
  return [
    ...expression.terms.flatMap((term) => claimOf(known, term)),
    ...known.required.flatMap((required) => missing(known, expression, required)),
    ...expression.terms.flatMap(plainCharacters),
    ...expression.terms.flatMap(doubledQuote),
    ...wide(issuer, expression),
  ]
}

function otherIssuer(issuer: string): Warning {
  return warning(
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
      warning(
        'expression-claim',
        'block',
        `Azure does not take the claim ${claim} for ${name}.`,
        `Use ${Object.keys(claims).join(', ')}; other values must be made part of the subject at the platform.`,
      ),
    ]
  }
  if (operators.includes(operator)) return []
  return [
    warning(
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
    warning(
      'expression-claim',
      severity,
      `An expression for ${known.name} lacks ${either}${anyOf.join(', ')}. ${why}`,
      `Add: and claims['${anyOf[0] ?? ''}'] eq '…'`,
    ),
  ]
}

function plainCharacters({ claim, operator, comparand }: ExpressionTerm): Warning[] {
  if (operator !== 'eq' || !/[*?]/.test(comparand)) return []
  return [
    warning(
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
    warning(
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
  return [warning('expression-wide', severity, reach.text, reach.fix)]
}

function warning(code: WarningCode, severity: Severity, text: string, fix: string): Warning {
  return { code, severity, field: 'claimsMatchingExpression', text, fix }
}
