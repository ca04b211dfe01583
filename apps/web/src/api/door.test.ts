import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** A door of its own, since a page takes the bearer door once and for all. */
async function newDoor() {
  const sent: RequestInit[] = []
  vi.stubGlobal('fetch', (_address: string, request: RequestInit) => {
    sent.push(request)
    return Promise.resolve(new Response('{}'))
  })
  return { sent, ...(await import('./door.ts')) }
}

test('the normal page proves itself by its header and its cookie', async () => {
  const { sent, sendThroughDoor } = await newDoor()
  await sendThroughDoor('/api/session', { headers: { accept: 'application/json' } })
  expect(sent).toEqual([
    {
      headers: { accept: 'application/json', 'x-trustwright': '1' },
      credentials: 'same-origin',
      cache: 'no-store',
    },
  ])
})

test('the framed page sends the token it has now, and never a cookie', async () => {
  const { sent, sendThroughDoor, takeBearerDoor } = await newDoor()
  const tokens = [null, 'first', 'second']
  takeBearerDoor(() => Promise.resolve(tokens.shift() ?? null))
  for (let count = 0; count < 3; count++) await sendThroughDoor('/api/trusts', { method: 'POST', body: '{}' })
  expect(sent.map(({ headers }) => headers)).toEqual([
    { 'x-trustwright': '1' },
    { authorization: 'Bearer first' },
    { authorization: 'Bearer second' },
  ])
  expect(new Set(sent.map(({ credentials }) => credentials))).toEqual(new Set(['omit']))
})

test('what a caller gives cannot stand in the place of the proof', async () => {
  const { sent, sendThroughDoor, takeBearerDoor } = await newDoor()
  takeBearerDoor(() => Promise.resolve('own'))
  await sendThroughDoor('/api/trusts', { headers: { authorization: 'Bearer foreign' } })
  expect(sent[0]?.headers).toEqual({ authorization: 'Bearer own' })
})

test('where no token could be asked for, nothing is sent', async () => {
  const { sent, sendThroughDoor, takeBearerDoor } = await newDoor()
  takeBearerDoor(() => Promise.reject(new Error('no network')))
  await expect(sendThroughDoor('/api/trusts', {})).rejects.toThrow('no network')
  expect(sent).toEqual([])
})
