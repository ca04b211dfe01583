import type { TestEmulator } from './start-emulator.ts'

/** A request past the portal, as the emulator's own client for scripts. Below ARM, or below Graph. Its JSON; throws unless it is done. */
export async function asAutomation(
  { httpsOrigin, tenantId, tenant: { automation } }: TestEmulator,
  service: 'management.azure.com' | 'graph.microsoft.com',
  [method, path, body]: readonly [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object],
): Promise<unknown> {
  const signedIn = await fetch(`${httpsOrigin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: automation.clientId,
      client_secret: automation.clientSecret,
      scope: `https://${service}/.default`,
    }),
  })
  // The emulator's own token answer.
  const { access_token } = (await signedIn.json()) as { access_token: string }
  const answer = await fetch(`${httpsOrigin}${path}`, {
    method,
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}
