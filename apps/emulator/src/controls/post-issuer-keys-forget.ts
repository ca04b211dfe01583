import { z } from 'zod'
import { forgetIssuerKeys } from '../entra/exchange/issuer-key-cache.ts'
import type { Operation } from '../kernel/operation.ts'
import { readControl } from './read-control.ts'

export const postIssuerKeysForget: Operation = {
  id: 'controls/post-issuer-keys-forget',
  method: 'POST',
  path: '/_emulator/issuer-keys/forget',
  summary: 'Entra fetches the keys of one outside issuer, or of all, anew when they are next needed',
  source: 'the emulator itself',
  handle: (request, world) => {
    const read = readControl(request, z.strictObject({ issuer: z.string().optional() }))
    if ('refusal' in read) return read.refusal
    forgetIssuerKeys(world, read.value.issuer)
    return { status: 204 }
  },
}
