import type { StoredResource } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { keyOf } from '../core/resource-ids.ts'
import { builtInDefinitions } from './built-in-definitions.ts'
import { builtInSets } from './built-in-sets.ts'
import {
  assignmentType,
  definitionType,
  setDefinitionType,
  type PolicyDefinition,
  type PolicySetDefinition,
} from './policy-types.ts'

/** Built-in ones, then those of the subscription. */
export function allDefinitions(world: World, subscriptionId?: string): PolicyDefinition[] {
  const custom = storedIn(world, definitionType, subscriptionId).map(toDefinition)
  return [...builtInDefinitions, ...custom]
}

export function allSets(world: World, subscriptionId?: string): PolicySetDefinition[] {
  const custom = storedIn(world, setDefinitionType, subscriptionId).map(toSet)
  return [...builtInSets, ...custom]
}

/** By id; built-in ones also under a subscription's prefix, as clients spell them. */
export function findDefinition(world: World, id: string): PolicyDefinition | undefined {
  const stored = world.store.resources.get(keyOf(id))
  if (stored?.type === definitionType) return toDefinition(stored)
  return builtInDefinitions.find(({ name }) => endsWithName(id, definitionType, name))
}

export function findSet(world: World, id: string): PolicySetDefinition | undefined {
  const stored = world.store.resources.get(keyOf(id))
  if (stored?.type === setDefinitionType) return toSet(stored)
  return builtInSets.find(({ name }) => endsWithName(id, setDefinitionType, name))
}

export function allAssignments(world: World): StoredResource[] {
  return world.store.resources.by('type', assignmentType.toLowerCase())
}

/** The scope that an assignment works at: its id without the last part. */
export function scopeOfAssignment({ id }: StoredResource): string {
  return id.slice(0, id.toLowerCase().lastIndexOf(`/providers/${assignmentType.toLowerCase()}/`))
}

function endsWithName(id: string, type: string, name: string): boolean {
  return keyOf(id).endsWith(keyOf(`/providers/${type}/${name}`))
}

function storedIn(world: World, type: string, subscriptionId: string | undefined): StoredResource[] {
  if (subscriptionId === undefined) return []
  const prefix = `/subscriptions/${subscriptionId}/`.toLowerCase()
  return world.store.resources.by('type', type.toLowerCase()).filter(({ id }) => keyOf(id).startsWith(prefix))
}

function toDefinition({ id, name, properties }: StoredResource): PolicyDefinition {
  // `readDefinition` checked these properties when they were written.
  return { id, name, properties: properties as unknown as PolicyDefinition['properties'] }
}

function toSet({ id, name, properties }: StoredResource): PolicySetDefinition {
  // `readSetDefinition` checked these properties when they were written.
  return { id, name, properties: properties as unknown as PolicySetDefinition['properties'] }
}
