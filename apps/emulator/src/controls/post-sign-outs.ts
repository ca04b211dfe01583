import { z } from 'zod'
import type { Operation } from '../kernel/operation.ts'
import { readJson } from '../kernel/read-json.ts'
import { revokeSignIns } from '../kernel/revoke-sign-ins.ts'
import { armError } from '../kernel/vendor-errors.ts'

const body = z.strictObject({ username: z.string() })

export const postSignOuts: Operation = {
  id: 'controls/post-sign-outs',
  method: 'POST',
  path: '/_emulator/sign-outs',
  summary: 'Revokes every sign-in of a person: single sign-on, refresh tokens and present access tokens',
  source: 'the emulator itself',
  handle: (request, world) => {
    const read = readJson(request)
    if ('refusal' in read) return read.refusal
    const parsed = body.safeParse(read.value)
    if (!parsed.success) return armError(400, 'BadRequest', 'The body must be {"username":"…"} and no more.')
    const user = world.store.users.list().find(({ username }) => username === parsed.data.username)
    if (!user) return armError(404, 'NotFound', `No account has the username '${parsed.data.username}'.`)
    revokeSignIns(world, user.objectId)
    return { status: 204 }
  },
}
