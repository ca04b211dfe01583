import { PortalError } from '../../errors.ts'

/** The portal has nothing to prove itself with: a fault of how it is run, whoever signs in. */
export function credentialMissing(cause: unknown): PortalError {
  return new PortalError('INTERNAL', {
    detail: 'The portal could not prove to Microsoft Entra who it is, so nothing was done.',
    nextStep: 'Ask whoever runs the portal to look into its log. Trying again helps only when they did.',
    cause,
  })
}
