import { expect, test } from 'vitest'
import type { Caller, GraphToken } from '../ports.ts'
import { tokensInTurn } from './tokens-in-turn.ts'

const scopes = { armScope: 'arm', graphScope: 'graph' }
const callerOf = (sessionId: string): Caller => ({
  sessionId,
  objectId: 'dana',
  tenantId: 't',
  username: 'dana',
})
const token: GraphToken = { token: 'token', expiresAt: new Date(0), permissions: [] }

/** What was begun, in its order, and how to end the oldest that goes on. */
function watched() {
  const begun: string[] = []
  const ends: PromiseWithResolvers<GraphToken>[] = []
  const tokens = tokensInTurn(scopes, ({ caller, scope }) => {
    begun.push(`${caller.sessionId} ${scope}`)
    const end = Promise.withResolvers<GraphToken>()
    ends.push(end)
    return end.promise
  })
  return { begun, tokens, next: () => ends.shift() }
}

test('of one sign-in the next begins when the one before has ended, whether well or not', async () => {
  const { begun, tokens, next } = watched()
  const one = tokens.armToken(callerOf('a'))
  const two = tokens.graphToken(callerOf('a'))
  const three = tokens.armToken(callerOf('a'))
  await expect.poll(() => begun).toEqual(['a arm'])
  next()?.reject(new Error('refused'))
  await expect(one).rejects.toThrow('refused')
  await expect.poll(() => begun).toEqual(['a arm', 'a graph'])
  next()?.resolve(token)
  expect(await two).toEqual(token)
  await expect.poll(() => begun).toEqual(['a arm', 'a graph', 'a arm'])
  next()?.resolve(token)
  expect(await three).toEqual({ token: 'token', expiresAt: token.expiresAt })
})

test('nobody waits for another sign-in', async () => {
  const { begun, tokens, next } = watched()
  const both = [tokens.armToken(callerOf('a')), tokens.armToken(callerOf('b'))]
  await expect.poll(() => begun).toEqual(['a arm', 'b arm'])
  next()?.resolve(token)
  next()?.resolve(token)
  await Promise.all(both)
})
