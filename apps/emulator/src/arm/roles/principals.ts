import type { Caller } from '../../kernel/bearer.ts'
import type { World } from '../../kernel/world.ts'

/** The principal itself and every group it is in, also through another group. */
export function principalsOf({ store }: World, objectId: string): string[] {
  const found = new Set([objectId])
  for (const member of found) {
    for (const group of store.groups.by('member', member)) found.add(group.objectId)
  }
  return [...found]
}

/** Those that the caller acts as. */
export function callersPrincipals(world: World, caller: Caller): string[] {
  return principalsOf(world, caller.objectId)
}
