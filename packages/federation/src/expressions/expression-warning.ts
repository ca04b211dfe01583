import type { Severity, Warning, WarningCode } from '../model/warning.ts'

/** A word about an expression as a whole: forms show it at the field of the expression. */
export function expressionWarning(code: WarningCode, severity: Severity, text: string, fix: string): Warning {
  return { code, severity, field: 'claimsMatchingExpression', text, fix }
}
