import { applicationKey } from '../../kernel/entities/federated-credential.ts'

/** Key in the store of an application's credential. */
export function credentialKey(objectId: string, id: string): string {
  return `${applicationKey(objectId)}/federatedidentitycredentials/${id.toLowerCase()}`
}
