import { createServer } from 'node:http'
import { brokerScript } from './broker-script.ts'

interface Framing {
  /** What the frame may do; all where absent. */
  readonly sandbox?: string
  /** The host signs people in for the frame, by the function `answerAsBroker` of its page. */
  readonly broker?: 'yes'
}

/** A product that shows an address in a frame of its page. */
export interface Host {
  readonly origin: string
  readonly framing: (address: string, options?: Framing) => string
  readonly close: () => Promise<void>
}

const looks = `
  body { margin: 0; height: 100vh; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; font: 14px sans-serif }
  h1 { font-size: 16px; margin: 0 }
  header, footer { display: flex; gap: 16px; padding: 8px; background: #f3f2f1; color: #201f1e }
  iframe { border: 0; width: 100%; height: 100% }`

/** Another product's page, on another site than the portal: `127.0.0.1` is none of `localhost`'s. */
export async function startHost(): Promise<Host> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://host.invalid')
    const frame = attribute('src', searchParams.get('frame'))
    const sandbox = attribute('sandbox', searchParams.get('sandbox'))
    const name = attribute('name', searchParams.has('broker') ? 'trustwright:host-bridge' : null)
    const broker = searchParams.has('broker') ? `<script>(${brokerScript.toString()})()</script>` : ''
    response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Contoso workbench</title>
<style>${looks}</style>
</head><body><header><h1>Contoso workbench</h1><button>Search the workbench</button></header>${broker}
<iframe title="Trustwright"${name}${frame}${sandbox} allow="clipboard-write"></iframe>
<footer><button>Help of the workbench</button></footer></body></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The host has no port.')
  const origin = `http://127.0.0.1:${String(address.port)}`
  return {
    origin,
    framing: (frame, options = {}) => `${origin}/?${new URLSearchParams({ frame, ...options }).toString()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function attribute(name: string, value: string | null): string {
  if (value === null) return ''
  return ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
}
