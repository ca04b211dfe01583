import * as z from 'zod'

const name = 'trustwright:host-bridge'
/** How long a host that announced it has to say that it is ready. */
const readyMs = 10_000

/** From the host. `ready`: it signs people in. `answer`: one of the library's own envelopes, as text. */
const HostMessage = z.discriminatedUnion('kind', [
  z.strictObject({ type: z.literal(name), kind: z.literal('ready') }),
  z.strictObject({ type: z.literal(name), kind: z.literal('answer'), envelope: z.string().max(64 * 1024) }),
])
type HostMessage = z.infer<typeof HostMessage>

type Answered = (answer: { readonly data: string }) => void

/** What the library looks for on the window: https://learn.microsoft.com/entra/identity-platform/developer-guide-nested-app-auth */
interface NestedAppAuthBridge {
  readonly addEventListener: (event: string, answered: Answered) => void
  readonly removeEventListener: (event: string, answered: Answered) => void
  readonly postMessage: (envelope: string) => void
}

/**
 * A host that signs people in for the pages in its frames says so in the name of the frame, `trustwright:host-bridge`. Then it is
 * asked whether it is ready, and the library is given a bridge to it. False where the host is not known, did not name its
 * frame so, or says nothing for ten seconds. Messages go to the host's exact origin, and are taken from it alone, in
 * their exact shape and in their turn; all others are dropped and counted on the document.
 */
export async function askForBroker(page: Window, host: string | null): Promise<boolean> {
  if (host === null) return false
  const isAnnounced = page.name === name
  const answered = new Set<Answered>()
  let state: 'asked' | 'ready' | 'none' = isAnnounced ? 'asked' : 'none'
  const isReady = new Promise<boolean>((resolve) => {
    function settle(next: 'ready' | 'none') {
      if (state === 'asked') state = next
      resolve(state === 'ready')
    }
    page.addEventListener('message', (event) => {
      // The window of a sign-in answers the library, which checks that by itself.
      if (event.origin === page.location.origin) return
      const message = fromHost(page, host, event)
      if (message?.kind === 'ready' && state === 'asked') settle('ready')
      else if (message?.kind === 'answer' && state === 'ready')
        for (const each of answered) each({ data: message.envelope })
      else countDropped(page)
    })
    if (isAnnounced) setTimeout(() => settle('none'), readyMs)
    else settle('none')
  })
  const tell = (message: object) => page.parent.postMessage({ type: name, ...message }, host)
  if (isAnnounced) tell({ kind: 'hello' })
  if (!(await isReady)) return false
  const bridge: NestedAppAuthBridge = {
    addEventListener: (_event, each) => void answered.add(each),
    removeEventListener: (_event, each) => void answered.delete(each),
    postMessage: (envelope) => tell({ kind: 'request', envelope }),
  }
  Object.assign(page, { nestedAppAuthBridge: bridge })
  return true
}

function fromHost(page: Window, host: string, { origin, source, data }: MessageEvent): HostMessage | null {
  if (origin !== host || source !== page.parent) return null
  return HostMessage.safeParse(data).data ?? null
}

function countDropped({ document: { documentElement } }: Window): void {
  documentElement.dataset['droppedMessages'] = String(
    Number(documentElement.dataset['droppedMessages'] ?? 0) + 1,
  )
}
