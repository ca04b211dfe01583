import { isObject, member, type Json, toText } from '../json.ts'
import { anyNumber, takes, type Args, type FunctionDefinition } from './definition.ts'

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object */
export const objectFunctions: Record<string, FunctionDefinition> = {
  createobject: takes(0, createObject, anyNumber),
  items: takes(1, (args) =>
    Object.entries(args.object(0))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => ({ key, value })),
  ),
  null: takes(0, () => null),
  objectkeys: takes(1, (args) => Object.keys(args.object(0)).toSorted()),
  shallowmerge: takes(1, (args) =>
    Object.fromEntries(args.array(0).flatMap((item) => (isObject(item) ? Object.entries(item) : []))),
  ),
  tryget: takes(2, tryGet, anyNumber),
}

function createObject(args: Args): Json {
  if (args.count % 2 !== 0) throw args.problem('it takes keys and values in turn')
  const pairs = args.values.flatMap((key, index): [string, Json][] =>
    index % 2 === 0 ? [[toText(key), args.at(index + 1)]] : [],
  )
  return Object.fromEntries(pairs)
}

/** Null instead of an error for what is not there: the safe dereference of Bicep. */
function tryGet(args: Args): Json {
  return args.values.slice(1).reduce<Json>((target, index) => {
    if (Array.isArray(target)) return typeof index === 'number' ? (target[index] ?? null) : null
    return isObject(target) && typeof index === 'string' ? (member(target, index) ?? null) : null
  }, args.at(0))
}
