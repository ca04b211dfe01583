import type { Operation } from '../../kernel/operation.ts'
import { answerPublishedKeys } from './published-keys.ts'

export const getKeysV1: Operation = {
  id: 'entra/get-keys-v1',
  method: 'GET',
  path: '/{tenant}/discovery/keys',
  summary: 'The same public keys at the address of version 1.0',
  source: 'https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens',
  handle: answerPublishedKeys,
}
