import type { Operation } from '../kernel/operation.ts'
import { readKeyRequest } from './key-request.ts'

export const postKeysRotate: Operation = {
  id: 'issuers/post-keys-rotate',
  method: 'POST',
  path: '/issuers/{issuer}/keys/rotate',
  summary: 'Gives an outside issuer a new signing key; the ones before stay published',
  source: 'the emulator itself',
  handle: async (request, world) => {
    const wanted = readKeyRequest(request, world)
    if ('refusal' in wanted) return wanted.refusal
    const kid = await world.keys.rotate(wanted.keyPurpose)
    return {
      status: 200,
      body: { issuer: wanted.issuer, kid, ...(await world.keys.publicKeys(wanted.keyPurpose)) },
    }
  },
}
