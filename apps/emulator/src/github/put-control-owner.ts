import { z } from 'zod'
import type { Operation } from '../kernel/operation.ts'
import { armError } from '../kernel/vendor-errors.ts'
import { numberOf } from '../issuers/stable-values.ts'
import { readControl } from '../controls/read-control.ts'

const login = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/
const body = z.strictObject({
  id: z.int().positive().optional(),
  type: z.enum(['Organization', 'User']).default('Organization'),
  name: z.string().nullable().default(null),
  enterprise: z
    .strictObject({ slug: z.string().min(1), id: z.int().positive(), includeSlugInIssuer: z.boolean() })
    .nullable()
    .default(null),
  includeClaimKeys: z.array(z.string()).min(1).nullable().default(null),
  useImmutableSubject: z.boolean().default(false),
})

export const putControlOwner: Operation = {
  id: 'github/put-control-owner',
  method: 'PUT',
  path: '/_emulator/github/owners/{login}',
  summary: 'Adds or replaces a GitHub organisation or person',
  source: 'the emulator itself',
  handle: (request, world) => {
    const wanted = request.params.login ?? ''
    const read = readControl(request, body)
    if ('refusal' in read) return read.refusal
    if (!login.test(wanted)) return armError(400, 'BadRequest', `'${wanted}' cannot be a login at GitHub.`)
    const key = wanted.toLowerCase()
    const present = world.store.githubOwners.get(key)
    const { id = present?.id ?? Number(numberOf(wanted)), ...rest } = read.value
    const owner = { login: wanted, id, createdAt: present?.createdAt ?? world.clock.now(), ...rest }
    world.store.githubOwners.put(key, owner)
    return { status: present ? 200 : 201, body: owner }
  },
}
