import { isObject } from '../core/parse-body.ts'

/** A resource as it would be after the write that a policy judges. */
export interface JudgedResource {
  id: string
  name: string
  type: string
  location?: string
  tags?: Record<string, string>
  properties: Record<string, unknown>
}

/**
 * A field of a rule: `type`, `name`, `location`, `id`, `tags`, one tag, or an alias, which is the type and the path below
 * `properties`. Undefined for what the resource does not have.
 */
export function fieldOf(resource: JudgedResource, name: string): unknown {
  const lower = name.toLowerCase()
  const tag = /^tags(?:\.(.+)|\['?([^'\]]+)'?\])$/i.exec(name)
  if (tag) return tagNamed(resource.tags ?? {}, tag[1] ?? tag[2] ?? '')
  if (lower === 'type') return resource.type
  if (lower === 'name' || lower === 'fullname') return resource.name
  if (lower === 'id') return resource.id
  if (lower === 'location') return resource.location
  if (lower === 'tags') return resource.tags
  const prefix = `${resource.type.toLowerCase()}/`
  if (!lower.startsWith(prefix)) return undefined
  return valueAt(resource.properties, lower.slice(prefix.length).replace('[*]', '').split('.'))
}

function tagNamed(tags: Record<string, string>, name: string): string | undefined {
  const found = Object.keys(tags).find((tag) => tag.toLowerCase() === name.toLowerCase())
  return found === undefined ? undefined : tags[found]
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (!isObject(value)) return undefined
  const key = Object.keys(value).find((name) => name.toLowerCase() === first)
  return key === undefined ? undefined : valueAt(value[key], rest)
}
