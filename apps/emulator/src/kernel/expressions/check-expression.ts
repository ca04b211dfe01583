import type { ClaimsMatchingExpression } from '../entities/federated-credential.ts'
import type { Reality } from '../reality.ts'
import { rulesOfIssuer } from './issuer-rules.ts'
import { parseExpression } from './parse-expression.ts'

/** Why the directory refuses an expression. */
export interface ExpressionProblem {
  code: 'InvalidFederatedIdentityCredentialValue'
  /** The whole message, as Graph sends it with status 400. */
  message: string
}

type Switches = Pick<Reality, 'gitlabRequiredClaims' | 'expressionsOnManagedIdentities'>

const valueField = 'FederatedIdentityCredential.ClaimsMatchingExpression.Value'
const versionField = 'FederatedIdentityCredential.ClaimsMatchingExpression.LanguageVersion'

/**
 * What the directory says to an expression when a credential is written; undefined: it takes it. The text for claims
 * was seen in hashicorp/terraform-provider-azuread#1901; those for the issuer, the grammar, an operator and the
 * language version were not (u).
 */
export function checkExpression(
  issuer: string,
  { value, languageVersion }: ClaimsMatchingExpression,
  reality: Switches,
  objectType: 'Application' | 'ServicePrincipal' = 'Application',
): ExpressionProblem | undefined {
  if (languageVersion !== 1) {
    return problem(versionField, String(languageVersion), 'The language version has to be 1.', objectType)
  }
  const refuse = (rule: string) => problem(valueField, value, rule, objectType)
  const rules = rulesOfIssuer(issuer, reality.gitlabRequiredClaims)
  if (!rules) return refuse(`Issuer '${issuer}' is not allowed to use claims matching expressions.`)
  const terms = parseExpression(value)
  if (!terms) return refuse('The expression could not be parsed.')
  const foreign = terms.some(({ claim }) => !Object.hasOwn(rules.claims, claim))
  if (foreign || !rules.pinned(terms)) return refuse(claimsRule(issuer))
  const odd = terms.find(({ claim, operator }) => rules.claims[claim]?.includes(operator) !== true)
  return (
    odd && refuse(`Operator '${odd.operator}' is not allowed for claim '${odd.claim}' of issuer '${issuer}'.`)
  )
}

/**
 * The same for a credential of an application. A tenant without the preview refuses every one; its words were not
 * seen (u), so they are those of the refusal on managed identities.
 */
export function checkApplicationExpression(
  issuer: string,
  expression: ClaimsMatchingExpression,
  reality: Switches & Pick<Reality, 'expressionsOnApplications'>,
): ExpressionProblem | undefined {
  if (reality.expressionsOnApplications) return checkExpression(issuer, expression, reality)
  return problem(valueField, expression.value, claimsRule(issuer), 'Application')
}

/**
 * The same for a credential of a managed identity. Where expressions are not rolled out to them yet, every one is refused
 * in the words a GitHub expression was refused in 2026; for other issuers that is assumed (u).
 */
export function checkIdentityExpression(
  issuer: string,
  expression: ClaimsMatchingExpression,
  reality: Switches,
): ExpressionProblem | undefined {
  if (reality.expressionsOnManagedIdentities) {
    return checkExpression(issuer, expression, reality, 'ServicePrincipal')
  }
  return problem(valueField, expression.value, claimsRule(issuer), 'ServicePrincipal')
}

function claimsRule(issuer: string): string {
  return `Expression configured for issuer '${issuer}' either lacks all required claims or contains unallowed claims.`
}

function problem(field: string, value: string, rule: string, objectType: string): ExpressionProblem {
  return {
    code: 'InvalidFederatedIdentityCredentialValue',
    message: `The ${field} is invalid. Rule exception: ${rule} paramName: ${field}, paramValue: ${value}, objectType: Microsoft.Online.DirectoryServices.${objectType}`,
  }
}
