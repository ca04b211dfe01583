import type { JsonObject } from '../language/json.ts'
import type { Position } from '../template/read-json.ts'
import { unknownMember } from '../template/template-refusal.ts'

/** Members that tell the deployment what to do; they are not sent to the resource provider. */
const ownMembers = new Set([
  'type',
  'apiversion',
  'name',
  'condition',
  'copy',
  'dependson',
  'resources',
  'scope',
  'subscriptionid',
  'resourcegroup',
  'existing',
  'comments',
  'metadata',
  'asserts',
  '@options',
])

/** Members of the resource itself. */
const sentMembers = new Set([
  'location',
  'tags',
  'properties',
  'identity',
  'sku',
  'kind',
  'plan',
  'zones',
  'placement',
  'extendedlocation',
  'managedby',
  'managedbyextended',
  'etag',
])

/** Throws InvalidRequestContent for a member that a resource of a template cannot have. */
export function demandMembers(source: JsonObject, position: Position | undefined): void {
  for (const name of Object.keys(source)) {
    const key = name.toLowerCase()
    if (ownMembers.has(key) || sentMembers.has(key)) continue
    throw unknownMember(name, 'TemplateResource', 'properties.template.resources', position)
  }
}

/** What of a resource goes to its provider. */
export function sentPart(source: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(source).filter(([name]) => sentMembers.has(name.toLowerCase())))
}
