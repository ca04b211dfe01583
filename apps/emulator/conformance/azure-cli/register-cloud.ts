import type { Target } from '../target/target.ts'
import type { AzureCli } from './azure-cli.ts'

/**
 * Makes the emulator known to the CLI as a cloud. The `/adfs` ending keeps MSAL Python from asking
 * login.microsoftonline.com whether the host may be trusted.
 */
export async function registerCloud(az: AzureCli, target: Target): Promise<void> {
  if (target.emulator === undefined) return
  const endpoints = {
    management: 'https://management.core.windows.net/',
    resourceManager: `${target.arm}/`,
    activeDirectory: `${target.authorityHost}/adfs`,
    activeDirectoryResourceId: 'https://management.core.windows.net/',
    activeDirectoryGraphResourceId: 'https://graph.windows.net/',
    microsoftGraphResourceId: `${target.graph}/`,
  }
  const file = az.file('cloud.json', { endpoints })
  await az.json('cloud register', { name: 'emulator', 'cloud-config': `@${file}` })
  await az.json('cloud set', { name: 'emulator' })
}

/** Signs the CLI in as the automation application and picks the subscription. */
export async function signInWithSecret(az: AzureCli, target: Target): Promise<unknown> {
  const { clientId: username, clientSecret: password } = target.automation
  const accounts = await az.json('login', {
    'service-principal': true,
    username,
    password,
    tenant: target.tenantId,
  })
  await az.json('account set', { subscription: target.subscriptionId })
  return accounts
}
