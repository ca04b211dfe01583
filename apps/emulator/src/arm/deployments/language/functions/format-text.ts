import { expressionErrors } from '../expression-error.ts'
import { type Json, toText } from '../json.ts'
import { demandTextLength } from './result-limits.ts'

/**
 * `format()`: `{0}` stands for the first argument, `{0:D3}` and `{0:000}` pad a number with zeros, `{{` is a brace.
 * Other format strings of .NET are refused.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#format
 */
export function formatText(template: string, values: readonly Json[]): string {
  return template.replaceAll(/\{\{|\}\}|\{(\d+)(?::([^}]*))?\}|[{}]/g, (found, position, style) => {
    if (found === '{{' || found === '}}') return found.charAt(0)
    const value = position === undefined ? undefined : values[Number(position)]
    if (value === undefined) {
      throw expressionErrors.argumentValue('format', 'the format string does not fit the arguments')
    }
    return typeof style === 'string' ? styled(value, style) : toText(value)
  })
}

function styled(value: Json, style: string): string {
  const digits = /^D(\d*)$/i.exec(style)?.[1] ?? (/^0+$/.test(style) ? String(style.length) : undefined)
  if (typeof value !== 'number' || digits === undefined) {
    throw expressionErrors.argumentValue('format', `the format '${style}' is not emulated`)
  }
  demandTextLength('format', Number(digits))
  const text = String(Math.abs(value)).padStart(Number(digits), '0')
  return value < 0 ? `-${text}` : text
}
