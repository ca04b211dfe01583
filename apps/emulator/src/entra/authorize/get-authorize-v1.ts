import type { Operation } from '../../kernel/operation.ts'
import { getAuthorize } from './get-authorize.ts'

export const getAuthorizeV1: Operation = {
  ...getAuthorize,
  id: 'entra/get-authorize-v1',
  path: '/{tenant}/oauth2/authorize',
  summary: 'Authorize endpoint of version 1.0',
  source:
    'https://learn.microsoft.com/previous-versions/azure/active-directory/azuread-dev/v1-protocols-oauth-code',
}
