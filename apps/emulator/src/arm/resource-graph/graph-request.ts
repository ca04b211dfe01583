import { isObject, optionalObject, optionalString, wrongType, type JsonObject } from '../core/parse-body.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'

/** What a query request asks for. */
export interface GraphRequest {
  query: string
  /** Lower case; undefined: all that the caller sees. */
  subscriptions: string[] | undefined
  managementGroups: string[] | undefined
  top: number
  skip: number
  resultFormat: 'objectArray' | 'table'
  /** What is assigned above the subscriptions is shown as well. */
  withAbove: boolean
}

const filters = ['atscopeandbelow', 'atscopeaboveandbelow', 'atscopeandabove', 'atscopeexact']

const defaultTop = 100
const mostTop = 1000

/**
 * Reads the body of a query. Throws for a wrong type, a `$top` out of range, and facets, which are not imitated.
 * Source: https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
export function readGraphRequest(body: JsonObject): GraphRequest {
  const query = optionalString(body, 'query') ?? ''
  if (Array.isArray(body.facets) && body.facets.length > 0) {
    throw refuse(faults.notEmulated('facets of Resource Graph'))
  }
  const options = optionalObject(body, 'options') ?? {}
  const format = optionalString(options, 'resultFormat')?.toLowerCase() ?? 'objectarray'
  if (format !== 'objectarray' && format !== 'table') {
    throw wrongType('options.resultFormat', "'objectArray' or 'table'")
  }
  const filter = optionalString(options, 'authorizationScopeFilter')?.toLowerCase() ?? 'atscopeandbelow'
  if (!filters.includes(filter)) throw wrongType('options.authorizationScopeFilter', "'AtScopeAboveAndBelow'")
  const token = optionalString(options, '$skipToken')
  const skip = wholeNumber(options, '$skip', 0, Number.MAX_SAFE_INTEGER) ?? 0
  return {
    query,
    subscriptions: textsIn(body, 'subscriptions')?.map((id) => id.toLowerCase()),
    managementGroups: textsIn(body, 'managementGroups'),
    top: wholeNumber(options, '$top', 1, mostTop) ?? defaultTop,
    skip: token === undefined ? skip : placeOf(token),
    resultFormat: format === 'table' ? 'table' : 'objectArray',
    withAbove: filter.includes('above'),
  }
}

/** Opaque to clients. */
export function skipTokenAt(place: number): string {
  return Buffer.from(JSON.stringify({ RowsToSkip: place })).toString('base64')
}

function placeOf(token: string): number {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'))
    if (isObject(parsed) && typeof parsed.RowsToSkip === 'number') return parsed.RowsToSkip
  } catch {
    throw refuse(faults.invalidQuery('$skipToken', token))
  }
  throw refuse(faults.invalidQuery('$skipToken', token))
}

function wholeNumber(options: JsonObject, name: string, least: number, most: number): number | undefined {
  const value = options[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw wrongType(`options.${name}`, `a whole number from ${least} to ${most}`)
  }
  return value
}

function textsIn(body: JsonObject, name: string): string[] | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) throw wrongType(name, 'a list of strings')
  return value.map((item: unknown) => {
    if (typeof item !== 'string') throw wrongType(name, 'a list of strings')
    return item
  })
}
