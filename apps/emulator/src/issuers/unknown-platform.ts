import type { EmulatorRequest, EmulatorResponse } from '../kernel/operation.ts'
import { armError } from '../kernel/vendor-errors.ts'
import { aliases } from './catalogue.ts'
import { platforms } from './platform-list.ts'

export function unknownPlatform({ params }: EmulatorRequest): EmulatorResponse {
  const known = [...platforms.map(({ id }) => id), ...Object.keys(aliases)].join(', ')
  return armError(404, 'NotFound', `No issuer '${params.issuer}' runs here. These do: ${known}.`)
}
