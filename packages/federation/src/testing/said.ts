import type { CauseCode } from '../diagnosis/codes.ts'
import type { Diagnosis } from '../diagnosis/cause.ts'
import { checkTrust } from '../diagnosis/check-trust.ts'
import type { CheckContext } from '../diagnosis/draft-view.ts'
import type { DiagnosedTrust } from '../diagnosis/trust.ts'

export const tenant = '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f'
export const cluster = '7c0de1a2-4b5f-4d6e-8a91-b2c3d4e5f607'
export const aksIssuer = `https://eastus.oic.prod-aks.azure.com/${tenant}/${cluster}/`
export const entraIssuer = `https://login.microsoftonline.com/${tenant}/v2.0`

/** A right trust of GitHub. */
export const rightTrust = {
  name: 'github-production',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/shop:environment:production',
  audiences: ['api://AzureADTokenExchange'],
} as const

/** A right trust of a cluster. */
export const rightCluster = {
  ...rightTrust,
  name: 'aks-shop-api',
  issuer: aksIssuer,
  subject: 'system:serviceaccount:shop:api',
} as const

/** Codes of what is said above `info`, best first. */
export function aboveInfo({ causes }: Diagnosis): readonly CauseCode[] {
  return causes.filter(({ severity }) => severity !== 'info').map(({ code }) => code)
}

/** The same of a right trust with a change. */
export function saidOf(change: DiagnosedTrust, context?: CheckContext): readonly CauseCode[] {
  return aboveInfo(checkTrust({ ...rightTrust, ...change }, context))
}

/** The value that the first button offers for the changed trust. */
export function offered(change: DiagnosedTrust, context?: CheckContext): string | undefined {
  const [action] = checkTrust({ ...rightTrust, ...change }, context).causes.flatMap(
    (cause) => cause.action ?? [],
  )
  return action?.kind === 'set' ? action.value : undefined
}
