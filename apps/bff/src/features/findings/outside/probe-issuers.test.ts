import { expect, test } from 'vitest'
import { PortalError } from '../../../errors.ts'
import type { IssuerReading } from '../../../issuer-port.ts'
import { probeIssuers } from './probe-issuers.ts'

const order = { tenantId: 't', owner: 'person:dana' }

function answered(issuer: string): IssuerReading {
  const document = { ok: true, address: issuer, milliseconds: 1, value: { issuer } } as const
  return { issuer, readAt: new Date(0), document, keys: null, keyFacts: [], jwks: null }
}

test('an issuer that hangs, or whose turn does not come, holds up no other one and counts as without an answer', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `https://issuer-${index}.contoso.com`)
  const [hanging, busy] = names
  const startedAt = performance.now()
  const seen = await probeIssuers(
    {
      issuers: {
        readIssuer: ({ issuer }) => {
          if (issuer === hanging) return new Promise(() => undefined)
          if (issuer === busy) return Promise.reject(new PortalError('TOO_MANY_REQUESTS'))
          return Promise.resolve(answered(issuer))
        },
      },
    },
    order,
    names,
  )
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  expect(seen.map(({ name }) => name)).toEqual(names)
  const without = seen.filter(({ facts }) => facts === null).map(({ name }) => name)
  expect(without).toEqual([hanging, busy])
  expect(seen.at(-1)?.facts).toMatchObject({ status: 200, document: { issuer: names.at(-1) } })
})
