import { portalClient } from '@trustwright/emulator/seed'
import { readTenant } from '../tenant.ts'

/** Takes every consent back that the portal was given for Azure Resource Manager and Microsoft Graph. */
export async function withdrawConsent(): Promise<void> {
  const { tenantId, automation } = await readTenant()
  const emulator = process.env.E2E_EMULATOR ?? ''
  const answer = await fetch(`${emulator}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: automation.clientId,
      client_secret: automation.clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  const { access_token: token }: { access_token: string } = await answer.json()
  const headers = { authorization: `Bearer ${token}` }
  const grants = `${emulator}/v1.0/oauth2PermissionGrants`
  const filter = encodeURIComponent(`clientId eq '${portalClient.servicePrincipalId}'`)
  const listed: { value: { id: string }[] } = await (
    await fetch(`${grants}?$filter=${filter}`, { headers })
  ).json()
  if (listed.value.length === 0) throw new Error('There is no consent to withdraw.')
  for (const { id } of listed.value) {
    const gone = await fetch(`${grants}/${id}`, { method: 'DELETE', headers })
    if (!gone.ok) throw new Error(`Withdrawing consent answered ${gone.status}: ${await gone.text()}`)
  }
}
