import type { EmulatorResponse } from '../kernel/operation.ts'
import { graphError } from '../kernel/vendor-errors.ts'
import type { GraphCall } from './graph-operation.ts'

/**
 * Applies `$select` to one entity, or answers 400 when a property is unknown.
 * Source: https://learn.microsoft.com/graph/query-parameters#select-parameter
 */
export function selectFrom(
  { request, world }: GraphCall,
  entity: Record<string, unknown>,
  typeName: string,
): { selected: Record<string, unknown>; names: string[] } | { refused: EmulatorResponse } {
  const given = request.query.get('$select')?.trim() ?? ''
  if (given === '' || given === '*') return { selected: entity, names: [] }
  const names = given.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !Object.hasOwn(entity, name))
  if (unknown === undefined) {
    return { selected: Object.fromEntries(names.map((name) => [name, entity[name]])), names }
  }
  const message = `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.${typeName}'.`
  return { refused: graphError(400, 'BadRequest', message, { request, clock: world.clock }) }
}
