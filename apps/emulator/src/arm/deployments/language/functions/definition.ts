import type { EvaluationContext } from '../evaluation-context.ts'
import { expressionErrors } from '../expression-error.ts'
import { isObject, typeName, type Json, type JsonObject } from '../json.ts'

/** A function of the template language: how many arguments it takes and what it makes of their values. */
export interface FunctionDefinition {
  least: number
  most: number
  run: (args: Args, context: EvaluationContext) => Json
}

/** The evaluated arguments of one call, read with the type that the function wants. */
export class Args {
  readonly functionName: string
  readonly values: readonly Json[]

  constructor(functionName: string, values: readonly Json[]) {
    this.functionName = functionName
    this.values = values
  }

  get count(): number {
    return this.values.length
  }

  at(index: number): Json {
    return this.values[index] ?? null
  }

  text(index: number): string {
    const value = this.at(index)
    return typeof value === 'string' ? value : this.#refuse('String', value)
  }

  integer(index: number): number {
    const value = this.at(index)
    return typeof value === 'number' ? value : this.#refuse('Integer', value)
  }

  boolean(index: number): boolean {
    const value = this.at(index)
    return typeof value === 'boolean' ? value : this.#refuse('Boolean', value)
  }

  array(index: number): Json[] {
    const value = this.at(index)
    return Array.isArray(value) ? value : this.#refuse('Array', value)
  }

  object(index: number): JsonObject {
    const value = this.at(index)
    return isObject(value) ? value : this.#refuse('Object', value)
  }

  texts(from = 0): string[] {
    return this.values.slice(from).map((_, index) => this.text(from + index))
  }

  arrays(): Json[][] {
    return this.values.map((_, index) => this.array(index))
  }

  objects(): JsonObject[] {
    return this.values.map((_, index) => this.object(index))
  }

  /** Throws the error for an argument of another type than `wanted`. */
  #refuse(wanted: string, value: Json): never {
    throw expressionErrors.argumentType(this.functionName, wanted, typeName(value))
  }

  /** Error for arguments of the right type that do not go together. */
  problem(sentence: string): Error {
    return expressionErrors.argumentValue(this.functionName, sentence)
  }

  wrongType(wanted: string, index = 0): Error {
    return expressionErrors.argumentType(this.functionName, wanted, typeName(this.at(index)))
  }
}

/** A function of exactly `count` arguments, or of `count` to `most`. */
export function takes(
  count: number,
  run: FunctionDefinition['run'],
  most: number = count,
): FunctionDefinition {
  return { least: count, most, run }
}

export const anyNumber = Number.POSITIVE_INFINITY
