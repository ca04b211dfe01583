import type { Operation } from '../../kernel/operation.ts'
import { deleteCredential } from './delete-credential.ts'
import { getCredential } from './get-credential.ts'
import { listCredentials } from './list-credentials.ts'
import { putCredential } from './put-credential.ts'
import { refuseCredentialMethod } from './refuse-credential-method.ts'

export const credentialOperations: readonly Operation[] = [
  listCredentials,
  getCredential,
  putCredential,
  deleteCredential,
  ...refuseCredentialMethod,
]
