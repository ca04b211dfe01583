import { ownValue } from '../../kernel/own-value.ts'
import { isObject } from '../core/parse-body.ts'
import { scalarFunctions } from './scalar-functions.ts'
import { compare, isTrue, textOf } from './values.ts'
import { unknownName } from './query-error.ts'
import type { Scalar } from './query-tree.ts'

export type Row = Record<string, unknown>

/** The value of an expression in a row. Throws `QueryError` for an unknown column or function. */
export function evaluateScalar(expression: Scalar, row: Row): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'column':
      if (!Object.hasOwn(row, expression.name)) throw unknownName('column', expression.name)
      return row[expression.name]
    case 'path':
      return expression.at.reduce(memberOf, evaluateScalar(expression.of, row))
    case 'call': {
      const run = ownValue(scalarFunctions, expression.name)
      if (!run) throw unknownName('function', expression.name)
      return run(expression.arguments.map((argument) => () => evaluateScalar(argument, row)))
    }
    case 'binary':
      return binary(
        expression.operator,
        evaluateScalar(expression.left, row),
        evaluateScalar(expression.right, row),
      )
    case 'sum':
      return expression.rest.reduce(
        (sum, { operator, value }) => binary(operator, sum, evaluateScalar(value, row)),
        evaluateScalar(expression.first, row),
      )
    case 'in':
      return isIn(expression, row)
    case 'and':
      return expression.parts.every((part) => isTrue(evaluateScalar(part, row)))
    case 'or':
      break
  }
  return expression.parts.some((part) => isTrue(evaluateScalar(part, row)))
}

function memberOf(value: unknown, at: string | number): unknown {
  if (Array.isArray(value) && typeof at === 'number') return (value.at(at) as unknown) ?? null
  return isObject(value) && Object.hasOwn(value, at) ? value[at] : null
}

function isIn({ of, list, ignoresCase, negated }: Extract<Scalar, { kind: 'in' }>, row: Row): boolean {
  const value = evaluateScalar(of, row)
  const wanted = list
    .map((item) => evaluateScalar(item, row))
    .flatMap((item): unknown[] => (Array.isArray(item) ? item : [item]))
  const operator = ignoresCase ? '=~' : '=='
  return wanted.some((item) => binary(operator, value, item) === true) !== negated
}

type Test = (left: string, right: string) => boolean

/** Comparisons of texts; those that ignore case get both in lower case. */
const textTests: Record<string, Test> = {
  '=~': (left, right) => left === right,
  has: (left, right) => right !== '' && wordsOf(left).includes(wordsOf(right)),
  contains: (left, right) => left.includes(right),
  startswith: (left, right) => left.startsWith(right),
  endswith: (left, right) => left.endsWith(right),
}

/** Terms between spaces, so that whole terms are compared. */
function wordsOf(text: string): string {
  return ` ${text
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim()} `
}

function binary(operator: string, left: unknown, right: unknown): unknown {
  if (operator === '!~') return binary('=~', left, right) !== true
  if (operator.startsWith('!') && operator !== '!=') return binary(operator.slice(1), left, right) !== true
  const test = textTests[operator]
  if (test) return test(textOf(left).toLowerCase(), textOf(right).toLowerCase())
  if (operator === 'contains_cs') return textOf(left).includes(textOf(right))
  const order = compare(left, right)
  if (operator === '==') return order === 0
  if (operator === '!=') return order !== 0
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  if (operator === '>') return order > 0
  if (operator === '>=') return order >= 0
  const [one, other] = [Number(left), Number(right)]
  if (operator === '+') return one + other
  if (operator === '-') return one - other
  return operator === '*' ? one * other : one / other
}
