/**
 * Runs in the host's page, before its frame is there: says that the host signs people in, and passes the library's envelopes
 * on. It reads nothing of this module. Messages come from the portal's origin and the frame's window alone, and go there alone.
 */
export function brokerScript(): void {
  const type = 'trustwright:host-bridge'
  addEventListener('message', (event) => {
    const frame = document.querySelector('iframe')
    if (frame === null || frame.contentWindow === null || event.source !== frame.contentWindow) return
    const portal = new URL(frame.src).origin
    if (event.origin !== portal || event.data.type !== type) return
    const tell = (message: object) => frame.contentWindow?.postMessage({ type, ...message }, portal)
    if (event.data.kind === 'hello') tell({ kind: 'ready' })
    if (event.data.kind === 'request') void answer(String(event.data.envelope), tell)
  })

  async function answer(asked: string, tell: (message: object) => void): Promise<void> {
    const { requestId, method } = JSON.parse(asked) as { requestId: string; method: string }
    const answerAsBroker: unknown = Reflect.get(window, 'answerAsBroker')
    if (typeof answerAsBroker !== 'function') return
    const said = (await answerAsBroker(method)) as object
    tell({
      kind: 'answer',
      envelope: JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...said }),
    })
  }
}
