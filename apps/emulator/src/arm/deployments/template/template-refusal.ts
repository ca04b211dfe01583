import { refuse, type Refusal } from '../../core/refusal.ts'
import { faults } from '../../core/faults.ts'
import { ExpressionError, FunctionNotEmulated } from '../language/expression-error.ts'
import type { Position } from './read-json.ts'

/** Where in a template something is wrong. */
export interface Violation {
  position: Position | undefined
  /** Such as `parameters.location`. */
  path?: string
}

/**
 * 400 InvalidTemplate in the frame of the validation.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-invalid-template
 */
export function invalidTemplate(sentence: string, help: string, violation?: Violation): Refusal {
  const message = `Deployment template validation failed: '${sentence} Please see https://aka.ms/${help} for usage details.'.`
  return invalid(message, violation)
}

function invalid(message: string, { position, path = '' }: Violation = { position: undefined }): Refusal {
  const info = { lineNumber: position?.line ?? 0, linePosition: position?.column ?? 0, path }
  return refuse(
    { status: 400, code: 'InvalidTemplate', message },
    { additionalInfo: [{ type: 'TemplateViolation', info }] },
  )
}

/** ` at line '3' and column '5'`, or nothing when the place is not known. */
export function placeOf(position: Position | undefined): string {
  return position ? ` at line '${position.line}' and column '${position.column}'` : ''
}

/**
 * Runs an evaluation and frames what is wrong with an expression as the validation does. `subject` names the part,
 * such as `template resource 'id-pay'`.
 */
export function framed<T>(subject: string, position: Position | undefined, evaluate: () => T): T {
  try {
    return evaluate()
  } catch (error) {
    if (error instanceof FunctionNotEmulated) {
      throw refuse(faults.notEmulated(`the template function '${error.functionName}'`))
    }
    if (!(error instanceof ExpressionError)) throw error
    if (error.kind === 'syntax') throw unreadableExpression(error)
    const sentence = `The ${subject}${placeOf(position)} is not valid: ${error.message}.`
    throw invalidTemplate(sentence, 'arm-functions', { position })
  }
}

function unreadableExpression(error: ExpressionError): Refusal {
  return invalid(
    `Deployment template language expression evaluation failed: '${error.message}'. Please see https://aka.ms/arm-template-expressions for usage details.`,
  )
}

/** (u) 400 for a body that does not have the members of a deployment or template. */
export function missingMember(name: string, path: string, position: Position | undefined): Refusal {
  return refuse(
    faults.invalidRequestContent(`Required property '${name}' not found in JSON. ${pathIn(path, position)}`),
  )
}

export function unknownMember(name: string, type: string, path: string, position: Position | undefined) {
  return refuse(
    faults.invalidRequestContent(
      `Could not find member '${name}' on object of type '${type}'. ${pathIn(`${path}.${name}`, position)}`,
    ),
  )
}

export function wrongMember(path: string, wanted: string, position: Position | undefined): Refusal {
  return refuse(faults.invalidRequestContent(`Expected ${wanted} as the value. ${pathIn(path, position)}`))
}

function pathIn(path: string, position: Position | undefined): string {
  return `Path '${path}', line ${position?.line ?? 1}, position ${position?.column ?? 1}.`
}
