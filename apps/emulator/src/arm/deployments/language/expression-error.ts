/**
 * A template expression that cannot be read or evaluated. `message` is the resource manager's sentence without the
 * frame that names the place; texts marked (u) were not seen in a published source.
 */
export class ExpressionError extends Error {
  readonly kind: 'syntax' | 'evaluation'

  constructor(kind: 'syntax' | 'evaluation', message: string) {
    super(message)
    this.name = 'ExpressionError'
    this.kind = kind
  }
}

/** Thrown when an expression names a function of the resource manager that the emulator does not have. */
export class FunctionNotEmulated extends Error {
  readonly functionName: string

  constructor(functionName: string) {
    super(`the template function '${functionName}' is not emulated`)
    this.name = 'FunctionNotEmulated'
    this.functionName = functionName
  }
}

/**
 * Thrown by `reference()` for a resource whose state is not known. Who evaluates reads it and tries again, unless it
 * is known to be absent: the expression then stays as it is written, as a what-if shows it.
 */
export class ReferenceNeeded extends Error {
  readonly resourceId: string
  readonly apiVersion: string
  readonly isAbsent: boolean

  constructor(resourceId: string, apiVersion: string, isAbsent: boolean) {
    super(`the state of ${resourceId} is needed`)
    this.name = 'ReferenceNeeded'
    this.resourceId = resourceId
    this.apiVersion = apiVersion
    this.isAbsent = isAbsent
  }
}

function evaluation(message: string): ExpressionError {
  return new ExpressionError('evaluation', message)
}

export const expressionErrors = {
  unexpectedToken: (source: string, expected: string, actual: string) =>
    new ExpressionError(
      'syntax',
      `Unable to parse language expression '${source}': expected token '${expected}' and actual '${actual}'.`,
    ),
  unexpectedCharacter: (source: string, character: string, position: number) =>
    new ExpressionError(
      'syntax',
      `The language expression '${source}' is not valid: the string character '${character}' at position '${position}' is not expected.`,
    ),
  /** Source: https://github.com/microsoft/azure-pipelines-tasks/issues/15093 */
  tooLong: (limit: number, actual: number) =>
    new ExpressionError(
      'syntax',
      `The language expression length limit exceeded. Limit: '${limit}' and actual: '${actual}'.`,
    ),
  noProperty: (name: string, available: readonly string[]) =>
    evaluation(
      `The language expression property '${name}' doesn't exist, available properties are '${available.join(', ')}'.`,
    ),
  noIndex: (index: string) =>
    evaluation(`The language expression property array index '${index}' is out of bounds.`),
  notSelectable: (name: string) =>
    evaluation(`The language expression property '${name}' can't be evaluated.`),
  /** (u) */
  unknownFunction: (name: string) => evaluation(`The template function '${name}' is not valid.`),
  notExpectedHere: (name: string) =>
    evaluation(`The template function '${name.toUpperCase()}' is not expected at this location.`),
  /** (u) */
  argumentCount: (name: string, wanted: string, actual: number) =>
    evaluation(
      `Unable to evaluate template language function '${name}': function requires ${wanted} argument(s) while '${actual}' were provided.`,
    ),
  /** (u) */
  argumentType: (name: string, wanted: string, actual: string) =>
    evaluation(
      `Unable to evaluate template language function '${name}': the provided parameter has the type '${actual}', expected is '${wanted}'.`,
    ),
  /** (u) */
  argumentValue: (name: string, problem: string) =>
    evaluation(`Unable to evaluate template language function '${name}': ${problem}.`),
  /** (u) */
  noParameter: (name: string) => evaluation(`The template parameter '${name}' is not found.`),
  /** (u) */
  noVariable: (name: string) => evaluation(`The template variable '${name}' is not found.`),
  /** (u) */
  cycle: (kind: 'parameter' | 'variable', name: string) =>
    evaluation(`The template ${kind} '${name}' refers to itself.`),
  nameCount: (name: string, type: string, wanted: number) =>
    evaluation(
      `Unable to evaluate template language function '${name}': the type '${type}' requires '${wanted}' resource name argument(s).`,
    ),
}
