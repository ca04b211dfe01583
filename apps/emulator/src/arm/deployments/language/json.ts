/** A value of a template: what JSON can say. */
export type Json = string | number | boolean | null | Json[] | JsonObject

export interface JsonObject {
  [name: string]: Json
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The resource manager's word for the type of a value. */
export function typeName(value: Json): string {
  if (value === null) return 'Null'
  if (Array.isArray(value)) return 'Array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float'
  return { string: 'String', boolean: 'Boolean', object: 'Object' }[typeof value as 'string'] ?? 'Object'
}

/** Name of the member as the object spells it: template members are found without regard to case. */
export function memberName(object: JsonObject, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name
  const wanted = name.toLowerCase()
  return Object.keys(object).find((key) => key.toLowerCase() === wanted)
}

export function member(object: JsonObject, name: string): Json | undefined {
  const found = memberName(object, name)
  return found === undefined ? undefined : object[found]
}

/** A value as `string()`, `concat()` and `format()` write it: booleans as .NET does, objects and arrays as JSON. */
export function toText(value: Json | undefined): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (value === null || value === undefined) return ''
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/** Deep comparison; members of objects in any order. */
export function isSame(one: Json, other: Json): boolean {
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false
    return one.every((item, index) => isSame(item, other[index] ?? null))
  }
  if (isObject(one)) {
    if (!isObject(other) || Object.keys(one).length !== Object.keys(other).length) return false
    return Object.entries(one).every(([name, value]) => {
      const found = Object.hasOwn(other, name) ? other[name] : undefined
      return found !== undefined && isSame(value, found)
    })
  }
  return one === other
}
