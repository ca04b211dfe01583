import { isSame } from '../json.ts'
import { anyNumber, takes, type Args, type FunctionDefinition } from './definition.ts'

/**
 * Logic, comparison and numbers.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
 */
export const logicFunctions: Record<string, FunctionDefinition> = {
  true: takes(0, () => true),
  false: takes(0, () => false),
  not: takes(1, (args) => !args.boolean(0)),
  and: takes(2, (args) => args.values.map((_, index) => args.boolean(index)).every(Boolean), anyNumber),
  or: takes(2, (args) => args.values.map((_, index) => args.boolean(index)).some(Boolean), anyNumber),
  bool: takes(1, toBoolean),
  coalesce: takes(1, (args) => args.values.find((value) => value !== null) ?? null, anyNumber),
  equals: takes(2, (args) => isSame(args.at(0), args.at(1))),
  less: takes(2, (args) => compare(args) < 0),
  lessorequals: takes(2, (args) => compare(args) <= 0),
  greater: takes(2, (args) => compare(args) > 0),
  greaterorequals: takes(2, (args) => compare(args) >= 0),
  add: takes(2, (args) => inRange(args, args.integer(0) + args.integer(1))),
  sub: takes(2, (args) => inRange(args, args.integer(0) - args.integer(1))),
  mul: takes(2, (args) => inRange(args, args.integer(0) * args.integer(1))),
  div: takes(2, (args) => Math.trunc(args.integer(0) / divisor(args))),
  mod: takes(2, (args) => args.integer(0) % divisor(args)),
  min: takes(1, (args) => Math.min(...integers(args)), anyNumber),
  max: takes(1, (args) => Math.max(...integers(args)), anyNumber),
  int: takes(1, toInteger),
  float: takes(1, (args) => Number(args.at(0))),
}

function toBoolean(args: Args): boolean {
  const value = args.at(0)
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  const text = args.text(0).toLowerCase()
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw args.problem(`the text '${args.text(0)}' is no boolean`)
}

function toInteger(args: Args): number {
  const value = args.at(0)
  if (typeof value === 'number') return Math.trunc(value)
  const text = args.text(0).trim()
  if (!/^[+-]?\d+$/.test(text)) throw args.problem(`the text '${args.text(0)}' is no integer`)
  return Number(text)
}

function compare(args: Args): number {
  const [one, other] = [args.at(0), args.at(1)]
  if (typeof one === 'number') return one - args.integer(1)
  const [left, right] = [args.text(0), args.text(1)]
  if (typeof other !== 'string') throw args.wrongType('String', 1)
  return left < right ? -1 : left > right ? 1 : 0
}

function divisor(args: Args): number {
  const value = args.integer(1)
  if (value === 0) throw args.problem('the divisor is zero')
  return value
}

/** Azure counts with 64 bits; beyond 2^53 the emulator is not exact. */
function inRange(args: Args, value: number): number {
  if (Math.abs(value) >= 2 ** 63) throw args.problem('the result is outside of the range of integers')
  return value
}

function integers(args: Args): number[] {
  const values = args.count === 1 && Array.isArray(args.at(0)) ? args.array(0) : args.values
  return values.map((value) => {
    if (typeof value !== 'number') throw args.wrongType('Integer')
    return value
  })
}
