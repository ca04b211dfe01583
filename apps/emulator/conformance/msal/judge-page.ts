import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const library = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../node_modules/@azure/msal-browser/lib/${path}`, import.meta.url)))

const page = (script: string, start: string) =>
  `<!doctype html><title>Judge</title><script src="/${script}"></script><script>${start}</script>`

const files: Record<string, { type: string; body: string | Buffer }> = {
  '/': { type: 'text/html', body: page('msal-browser.js', '') },
  '/bridge': {
    type: 'text/html',
    body: page('bridge.js', 'msalRedirectBridge.broadcastResponseToMainFrame()'),
  },
  '/signed-out': { type: 'text/html', body: '<!doctype html><title>Signed out</title>' },
  '/msal-browser.js': { type: 'text/javascript', body: library('msal-browser.min.js') },
  '/bridge.js': { type: 'text/javascript', body: library('redirect-bridge/msal-redirect-bridge.min.js') },
}

export interface JudgePage {
  origin: string
  close: () => Promise<void>
}

/** A page on a free port that holds nothing but the package's own bundle. */
export async function servePage(): Promise<JudgePage> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = files[pathname]
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' })
    response.end(file?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
