import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { Item } from '../core/entity-type.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { contextOf } from './context.ts'
import { expand, readExpansions } from './expand.ts'
import { readOptions } from './query-options.ts'
import { project, readSelection } from './select.ts'

/**
 * Answers one object with selection and expansion applied. `context` is what follows `$metadata#`, such as
 * `applications/$entity`.
 */
export function entityAnswer(
  call: GraphCall,
  item: Item,
  context: string,
  options: { status?: 200 | 201; mixed?: boolean; headers?: Record<string, string> } = {},
): EmulatorResponse {
  const query = readOptions(call.request.query)
  const selection = readSelection(query.select, item.type, call.version)
  const expansions = readExpansions(query.expand, item.type)
  return {
    status: options.status ?? 200,
    ...(options.headers ? { headers: options.headers } : {}),
    body: {
      '@odata.context': contextOf(call, context, selection, expansions),
      ...(options.mixed ? { '@odata.type': `#microsoft.graph.${item.type.name}` } : {}),
      ...project(item, selection, call.version),
      ...expand(item, expansions, call.version),
    },
  }
}
