import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfidentialClientApplication, CryptoProvider, ResponseMode } from '@azure/msal-node'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { accounts } from '../../src/seed.ts'
import { given } from '../../src/testing/given.ts'
import { graphClient } from '../graph/graph-client.ts'
import { openChromium } from '../people/open-chromium.ts'
import { walkPages } from '../people/walk-pages.ts'
import { automationCredential } from '../sdk/clients.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { openTarget } from '../target/target.ts'
import { registerApplication } from './register-applications.ts'

const target = await openTarget()
const browser = target.emulator ? await openChromium() : undefined
const graph = graphClient(target, automationCredential(target))
const { username } = accounts.reader

afterAll(async () => {
  await browser?.close()
  await target.close()
})

/** A web application that keeps the form Entra posts to it. */
async function serveCallback() {
  const posted = Promise.withResolvers<URLSearchParams>()
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      if (request.method === 'POST') posted.resolve(new URLSearchParams(body))
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><title>Back</title><main>Back</main>')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => server.close().closeAllConnections())
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo
  return { address: `http://localhost:${port}/callback`, posted: posted.promise }
}

test(
  'a web application gets its code by form_post and redeems it with its secret and PKCE',
  onEmulator(target, 'person to sign in', async () => {
    const callback = await serveCallback()
    const { id, appId } = await registerApplication(graph, {
      displayName: 'judge-web',
      web: { redirectUris: [callback.address] },
    })
    const { secretText } = z
      .object({ secretText: z.string() })
      .parse(await graph.api(`/applications/${id}/addPassword`).post({}))
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: appId,
        clientSecret: secretText,
        authority: `${target.authorityHost}/${target.tenantId}`,
        knownAuthorities: [new URL(target.authorityHost).host],
      },
    })
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
    const request = { scopes: ['User.Read'], redirectUri: callback.address }
    const address = await client.getAuthCodeUrl({
      ...request,
      responseMode: ResponseMode.FORM_POST,
      state: 'kept as it is',
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
    })
    const page = await given(browser, 'a browser').newPage()
    await page.goto(address)
    await walkPages(page, { username }, ({ origin }) => origin === new URL(callback.address).origin)
    const form = await callback.posted
    expect(form.get('state')).toBe('kept as it is')
    const code = given(form.get('code'), 'a code')
    const result = await client.acquireTokenByCode({ ...request, code, codeVerifier: verifier })
    expect(result.account).toMatchObject({ username })
    const again = client.acquireTokenByCode({ ...request, code, codeVerifier: verifier })
    await expect(again).rejects.toThrow('AADSTS54005')
  }),
)
