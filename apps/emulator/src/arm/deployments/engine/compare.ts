import { isObject, isSame, member, memberName, type Json, type JsonObject, toText } from '../language/json.ts'

/**
 * What a template changes of a resource, property by property. What the template does not name stays, except tags,
 * which are replaced as a whole.
 * Source of the shape: https://learn.microsoft.com/rest/api/resources/deployments/what-if
 */
export function compareObjects(before: JsonObject, wanted: JsonObject, path = ''): JsonObject[] {
  const changes = Object.entries(wanted).flatMap(([name, value]) =>
    compare(member(before, name), value, path === '' ? name : `${path}.${name}`),
  )
  return path === 'tags' ? [...changes, ...removed(before, wanted, path)] : changes
}

function removed(before: JsonObject, wanted: JsonObject, path: string): JsonObject[] {
  return Object.entries(before)
    .filter(([name]) => memberName(wanted, name) === undefined)
    .map(([name, value]) => ({ path: `${path}.${name}`, propertyChangeType: 'Delete', before: value }))
}

function compare(before: Json | undefined, after: Json, path: string): JsonObject[] {
  if (before === undefined || before === null) {
    if (after === null || (isObject(after) && Object.keys(after).length === 0)) return []
    return [{ path, propertyChangeType: 'Create', after }]
  }
  if (isObject(before) && isObject(after)) return compareObjects(before, after, path)
  if (Array.isArray(before) && Array.isArray(after)) return compareArrays(before, after, path)
  return isSameValue(path, before, after) ? [] : [{ path, propertyChangeType: 'Modify', before, after }]
}

/** Locations are compared as Azure compares them: `West Europe` is `westeurope`. */
function isSameValue(path: string, before: Json, after: Json): boolean {
  if (path !== 'location') return isSame(before, after)
  const normalise = (value: Json) => toText(value).toLowerCase().replaceAll(' ', '')
  return normalise(before) === normalise(after)
}

function compareArrays(before: Json[], after: Json[], path: string): JsonObject[] {
  if (isSame(before, after)) return []
  const length = Math.max(before.length, after.length)
  const children = Array.from({ length }, (_, index): JsonObject[] => {
    const [one, other] = [before[index], after[index]]
    const place = String(index)
    if (one === undefined) return [{ path: place, propertyChangeType: 'Create', after: other ?? null }]
    if (other === undefined) return [{ path: place, propertyChangeType: 'Delete', before: one }]
    return isSame(one, other)
      ? []
      : [{ path: place, propertyChangeType: 'Modify', before: one, after: other }]
  }).flat()
  return [{ path, propertyChangeType: 'Array', children }]
}

/** The resource as it would be: what is there, with what the template names laid over it. */
export function mergeShown(before: JsonObject, wanted: JsonObject): JsonObject {
  const merged = new Map(Object.entries(before))
  for (const [name, value] of Object.entries(wanted)) {
    const key = memberName(before, name) ?? name
    const present = merged.get(key)
    const isWhole = key.toLowerCase() === 'tags' || !isObject(present) || !isObject(value)
    merged.set(key, isWhole ? value : mergeShown(present, value))
  }
  return Object.fromEntries(merged)
}
