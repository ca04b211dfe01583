import { z } from 'zod'
import type { Operation } from '../kernel/operation.ts'
import { controlAnswer, readControl } from './read-control.ts'

/** Name of a key ring: `entra`, or an issuer's. */
export const keyPurpose = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and hyphens')
  .default('entra')

export const postKeyRotation: Operation = {
  id: 'controls/post-key-rotation',
  method: 'POST',
  path: '/_emulator/keys/rotate',
  summary: 'Makes a new signing key; the ones before stay published',
  source: 'the emulator itself',
  handle: async (request, world) => {
    const read = readControl(request, z.strictObject({ purpose: keyPurpose }))
    if ('refusal' in read) return read.refusal
    return controlAnswer({ kid: await world.keys.rotate(read.value.purpose) }, 201)
  },
}
