import { z } from 'zod'
import type { Operation } from '../kernel/operation.ts'
import { armError } from '../kernel/vendor-errors.ts'
import { keyPurpose } from './post-key-rotation.ts'
import { readControl } from './read-control.ts'

export const postKeyRetirement: Operation = {
  id: 'controls/post-key-retirement',
  method: 'POST',
  path: '/_emulator/keys/retire',
  summary: 'Publishes a signing key no longer: what it signed is refused from then on',
  source: 'the emulator itself',
  handle: async (request, world) => {
    const read = readControl(request, z.strictObject({ purpose: keyPurpose, kid: z.string() }))
    if ('refusal' in read) return read.refusal
    const { purpose, kid } = read.value
    if (await world.keys.retire(purpose, kid)) return { status: 204 }
    return armError(404, 'NotFound', `'${purpose}' publishes no key with the kid '${kid}'.`)
  },
}
