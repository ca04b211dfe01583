import type { Operation } from '../kernel/operation.ts'
import { armError } from '../kernel/vendor-errors.ts'
import { readKeyRequest } from './key-request.ts'

export const postKeysRetire: Operation = {
  id: 'issuers/post-keys-retire',
  method: 'POST',
  path: '/issuers/{issuer}/keys/retire',
  summary: 'Publishes a key of an outside issuer no longer: the oldest one, or the one named by kid',
  source: 'the emulator itself',
  handle: async (request, world) => {
    const wanted = readKeyRequest(request, world)
    if ('refusal' in wanted) return wanted.refusal
    const { issuer, keyPurpose } = wanted
    const { keys } = await world.keys.publicKeys(keyPurpose)
    const kid = wanted.kid ?? String(keys.at(-1)?.kid)
    if (!(await world.keys.retire(keyPurpose, kid))) {
      return armError(404, 'NotFound', `${issuer} publishes no key '${kid}'.`)
    }
    return { status: 200, body: { issuer, kid, ...(await world.keys.publicKeys(keyPurpose)) } }
  },
}
