import { expect, test } from 'vitest'
import { createGraph } from '../../azure/graph.ts'
import { applicationHolder } from '../../domain/credential-holder.ts'
import { UnsettledWrite } from '../../domain/unsettled-write.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { json, reset, startFaultServer, type Answer } from '../../testing/fault-server.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { givenTokens } from '../../testing/given-tokens.ts'
import { askAzure } from './ask-azure.ts'
import { storable } from './probe-values.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const refusal = (status: number, code: string) => json(status, { error: { code, message: 'Words of Graph' } })
const notFound = refusal(404, 'Request_ResourceNotFound')

const upstream = forThisFile(startFaultServer)

const ask = () => {
  const directory = createGraph({
    endpoint: upstream.origin,
    clock: { now: () => Date.now() },
    tokens: givenTokens(['Application.ReadWrite.All']),
  })
  return askAzure(applicationHolder(directory, 'a'), caller, 'trustwright-probe-1', storable)
}

test.each<[string, Answer, RegExp]>([
  ['which is gone', notFound, /asked Azure to delete it\.$/],
  [
    'and cannot be deleted',
    refusal(403, 'Authorization_RequestDenied'),
    /could not delete it: You neither own/,
  ],
])('a probe whose answer is lost, %s, is named', async (_, deletion, detail) => {
  upstream.answerWith(reset, notFound, deletion)
  const problem = await ask().catch((error: unknown) => error)
  if (!(problem instanceof PortalError)) throw new Error('no PortalError')
  expect(problem.cause).toBeInstanceOf(UnsettledWrite)
  expect(problem.detail).toMatch(detail)
  expect([problem.detail, problem.nextStep]).toEqual(
    Array(2).fill(expect.stringContaining('trustwright-probe-1')),
  )
  expect(upstream.seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'DELETE'])
})
