import type { Caller } from '../../kernel/bearer.ts'
import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import type { GraphVersion } from './entity-type.ts'

/** What a handler of Graph gets once the token is in order and may make this kind of call. */
export interface GraphCall {
  request: EmulatorRequest
  world: World
  caller: Caller
  version: GraphVersion
}
