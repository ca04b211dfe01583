import { isObject, wrongType, type JsonObject } from './parse-body.ts'
import { refuse } from './refusal.ts'
import { tagFaults } from './tag-faults.ts'

const most = 50
const longestName = 512
const longestValue = 256

/**
 * Tags, or undefined when there are none. Throws InvalidRequestContent unless names and values are strings, and in the
 * resource manager's words past its limits.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
 */
export function tagsOf(body: JsonObject): Record<string, string> | undefined {
  const { tags } = body
  if (tags === undefined || tags === null) return undefined
  if (!isObject(tags)) throw wrongType('tags', 'an object')
  const entries = Object.entries(tags).map(([name, value]): [string, string] => {
    if (typeof value !== 'string') throw wrongType(`tags.${name}`, 'a string')
    return [name, value]
  })
  demandLimits(entries)
  return Object.fromEntries(entries)
}

function demandLimits(entries: readonly (readonly [name: string, value: string])[]): void {
  if (entries.length > most) throw refuse(tagFaults.tooMany(entries.length, most))
  const names = entries.map(([name]) => name)
  if (names.some((name) => name.trim() === '')) throw refuse(tagFaults.noName())
  const reserved = names.filter((name) => /[<>%&\\?/\p{Cc}]/u.test(name) && !/^(?:hidden|link)/i.test(name))
  if (reserved.length > 0) throw refuse(tagFaults.characters(reserved))
  const longName = names.find((name) => name.length > longestName)
  if (longName !== undefined) throw refuse(tagFaults.longName(longName, longestName))
  const longValue = entries.find(([, value]) => value.length > longestValue)
  if (longValue) throw refuse(tagFaults.longValue(longValue[1], longestValue))
}
