import type { StoredResource } from '../../kernel/entities/resources.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { admit } from '../core/admit.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { parseBody, type JsonObject } from '../core/parse-body.ts'
import { keyOf } from '../core/resource-ids.ts'
import { definitionInPath } from './policy-definition-in-path.ts'
import { setDefinitionType } from './policy-types.ts'

/** Stores the custom definition or initiative in the path, for whoever may. */
export function storeDefinition(
  call: ArmCall,
  type: string,
  read: (body: JsonObject) => StoredResource['properties'],
): EmulatorResponse {
  const { world, request } = call
  const { id, name, scope } = definitionInPath(call, type)
  admit(call, `${type}/write`, scope)
  const properties = read(parseBody(request.body))
  const present = world.store.resources.get(keyOf(id))
  const createdAt = present?.createdAt ?? world.clock.now()
  const stored = { id, name, type, location: null, tags: {}, properties, extra: {}, createdAt }
  world.store.resources.put(keyOf(id), stored)
  const status = present && type === setDefinitionType ? 200 : 201
  return { status, body: { properties, id, type, name } }
}
