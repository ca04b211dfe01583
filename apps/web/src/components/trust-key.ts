import type { Trust } from '@trustwright/shared-schemas'
import type { TrustKey } from '../paths.ts'

/** Names a stored trust in addresses. Graph takes its ID as well, which helps where the name breaks the rules. */
export function trustKeyOf({ parent, name, credentialId, oddities }: Trust): TrustKey {
  const isOutside = parent.kind === 'application' && oddities.includes('name-outside-rules')
  return { parent, trustName: isOutside && credentialId !== undefined ? credentialId : name }
}
