import { checkExpression } from '../../../expressions/check-expression.ts'
import type { Warning } from '../../../model/warning.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { CauseCode } from '../../codes.ts'
import type { DraftRule } from '../../draft-view.ts'

/** What Azure refuses in a matching expression, from the rules of the expression language. */
export const expressionRule: DraftRule = ({ expression, rightIssuer, parentKind, issuer }) => {
  if (expression === null) return []
  const found = checkExpression(rightIssuer, expression).map((warning) => fromWarning(warning, expression))
  return parentKind === 'managedIdentity' ? [...found, onManagedIdentity(issuer)] : found
}

function fromWarning({ code, severity, text, fix }: Warning, expression: string): Cause {
  const isClaim = code === 'expression-claim'
  return causeOf(codeOf(code), {
    severity,
    certainty: severity === 'block' ? 'certain' : 'likely',
    field: 'expression',
    text:
      isClaim && severity === 'block'
        ? `Azure refuses it: a required claim is missing, or one is not allowed. ${text}`
        : text,
    evidence: `Expression: ${expression}`,
    fix,
  })
}

function codeOf(code: Warning['code']): CauseCode {
  if (code === 'expression-claim') return 'expression-claims'
  if (code === 'expression-wildcard') return 'wildcard-in-expression'
  return code === 'expression-unsure' || code === 'expression-wide' ? 'expression-note' : 'expression-refused'
}

/** The documents disagree: https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials */
function onManagedIdentity(issuer: string): Cause {
  return causeOf('expression-note', {
    severity: 'info',
    certainty: 'possible',
    field: 'expression',
    text: 'Azure may refuse it: matching expressions are a preview, and on managed identities the documents disagree.',
    evidence: `Expression for ${issuer} on a managed identity`,
    fix: 'Put it on an application, or use one exact subject per trust, if Azure refuses it.',
  })
}
