import { asAutomation } from './as-automation.ts'
import type { TestEmulator } from './start-emulator.ts'

/** Lets the portal's own registration trust an issuer's token, as the script of docs/register.md does. */
export async function trustOnPortal(
  emulator: TestEmulator,
  trust: { readonly name: string; readonly issuer: string; readonly subject: string },
): Promise<void> {
  const { clientId } = emulator.tenant.portal
  const path = `/v1.0/applications(appId='${clientId}')/federatedIdentityCredentials`
  const body = { ...trust, audiences: ['api://AzureADTokenExchange'] }
  await asAutomation(emulator, 'graph.microsoft.com', ['POST', path, body])
}
