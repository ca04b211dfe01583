import type { Operation } from '../../kernel/operation.ts'
import { answerPublishedKeys } from './published-keys.ts'

export const getKeys: Operation = {
  id: 'entra/get-keys',
  method: 'GET',
  path: '/{tenant}/discovery/v2.0/keys',
  summary: 'Public keys that sign tokens of the tenant, with their certificates',
  source: 'https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens',
  handle: answerPublishedKeys,
}
