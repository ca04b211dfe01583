import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askForBroker } from './host-bridge.ts'

const host = 'https://workbench.contoso.com'
const type = 'trustwright:host-bridge'
let sent: unknown[][] = []

beforeEach(() => {
  sent = []
  window.name = type
  vi.useFakeTimers()
  vi.spyOn(window, 'addEventListener')
  vi.spyOn(window, 'postMessage').mockImplementation((...message: unknown[]) => void sent.push(message))
})

afterEach(() => {
  for (const [event, listener] of vi.mocked(window.addEventListener).mock.calls)
    window.removeEventListener(event, listener)
  vi.useRealTimers()
  vi.restoreAllMocks()
  delete document.documentElement.dataset['droppedMessages']
  Reflect.deleteProperty(window, 'nestedAppAuthBridge')
})

interface From {
  readonly origin?: string
  readonly source?: Window | null
}

/** As the browser tells the page of a message. Here the page is its own parent. */
function hear(data: unknown, { origin = host, source = window }: From = {}): void {
  window.dispatchEvent(new MessageEvent('message', { data, origin, source }))
}

const dropped = () => document.documentElement.dataset['droppedMessages']
const bridge = (): unknown => Reflect.get(window, 'nestedAppAuthBridge')

test('a host that says it signs people in becomes the bridge of the library, by its exact origin', async () => {
  const asked = askForBroker(window, host)
  expect(sent).toEqual([[{ type, kind: 'hello' }, host]])
  hear({ type, kind: 'ready' })
  expect(await asked).toBe(true)
  const found = bridge() as {
    addEventListener: (event: string, answered: (answer: { data: string }) => void) => void
    postMessage: (envelope: string) => void
  }
  const heard: string[] = []
  found.addEventListener('message', ({ data }) => heard.push(data))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the library's bridge, not a window
  found.postMessage('{"method":"GetToken"}')
  hear({ type, kind: 'answer', envelope: '{"success":true}' })
  expect(sent[1]).toEqual([{ type, kind: 'request', envelope: '{"method":"GetToken"}' }, host])
  expect([heard, dropped()]).toEqual([['{"success":true}'], undefined])
})

test.each([
  ['another origin', { type, kind: 'ready' }, { origin: 'https://evil.example' }],
  ['an opaque origin', { type, kind: 'ready' }, { origin: 'null' }],
  ['another window of the host', { type, kind: 'ready' }, { source: null }],
  ['a text', 'ready', {}],
  ['nothing', null, {}],
  ['another type', { type: 'trustwright', kind: 'ready' }, {}],
  ['an unknown kind', { type, kind: 'steady' }, {}],
  ['a field too many', { type, kind: 'ready', token: 'x' }, {}],
  ['an answer that is no text', { type, kind: 'answer', envelope: { success: true } }, {}],
  ['an answer that is too long', { type, kind: 'answer', envelope: 'x'.repeat(70_000) }, {}],
])('a message of %s is dropped and counted', async (_, data, from) => {
  const asked = askForBroker(window, host)
  hear(data, from)
  vi.advanceTimersByTime(20_000)
  expect([await asked, bridge(), dropped()]).toEqual([false, undefined, '1'])
})

/** A bridge to a host that is ready, and what the library heard over it. */
async function openBridge(): Promise<string[]> {
  const asked = askForBroker(window, host)
  hear({ type, kind: 'ready' })
  expect(await asked).toBe(true)
  const heard: string[] = []
  const { addEventListener } = bridge() as {
    addEventListener: (event: string, answered: (answer: { data: string }) => void) => void
  }
  addEventListener('message', ({ data }) => heard.push(data))
  return heard
}

const answer = { type, kind: 'answer', envelope: '{"success":true}' }

test.each([
  ['another origin', answer, { origin: 'https://evil.example' }],
  ['another window of the host', answer, { source: null }],
  ['another type', { ...answer, type: 'trustwright' }, {}],
  ['a field too many', { ...answer, token: 'x' }, {}],
  ['an envelope that is no text', { ...answer, envelope: { success: true } }, {}],
  ['a second ready', { type, kind: 'ready' }, {}],
])('over an open bridge a message of %s does not reach the library', async (_, data, from) => {
  const heard = await openBridge()
  hear(data, from)
  expect([heard, dropped()]).toEqual([[], '1'])
  hear(answer)
  expect([heard, dropped()]).toEqual([[answer.envelope], '1'])
})

test('an answer before the host is ready is dropped, and not kept for later', async () => {
  const asked = askForBroker(window, host)
  hear(answer)
  expect(dropped()).toBe('1')
  hear({ type, kind: 'ready' })
  expect(await asked).toBe(true)
  expect(bridge()).toBeDefined()
})

test('what a host says after its ten seconds are over opens no bridge and is counted', async () => {
  const asked = askForBroker(window, host)
  vi.advanceTimersByTime(10_000)
  expect(await asked).toBe(false)
  hear({ type, kind: 'ready' })
  hear(answer)
  expect([bridge(), dropped()]).toEqual([undefined, '2'])
})

test('a host that announced it and says nothing is none in the end, and one that is not known is not asked', async () => {
  const asked = askForBroker(window, host)
  vi.advanceTimersByTime(20_000)
  expect(await asked).toBe(false)
  expect(await askForBroker(window, null)).toBe(false)
  expect(sent).toHaveLength(1)
})

test('a host that did not name its frame so is neither asked nor waited for, and does not become the bridge later', async () => {
  window.name = 'trustwright'
  expect(await askForBroker(window, host)).toBe(false)
  hear({ type, kind: 'ready' })
  expect([sent, bridge(), dropped()]).toEqual([[], undefined, '1'])
})

test('the window of a sign-in, which answers the library, is not counted', async () => {
  const asked = askForBroker(window, host)
  hear({ type: 'msal:popup-relay-response:v1' }, { origin: window.location.origin })
  vi.advanceTimersByTime(20_000)
  expect([await asked, dropped()]).toEqual([false, undefined])
})
