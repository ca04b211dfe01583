import type { Operation } from '../../kernel/operation.ts'
import { getLogout } from './get-logout.ts'

export const getLogoutV1: Operation = {
  ...getLogout,
  id: 'entra/get-logout-v1',
  path: '/{tenant}/oauth2/logout',
  summary: 'Sign-out of version 1.0',
  source:
    'https://learn.microsoft.com/previous-versions/azure/active-directory/azuread-dev/v1-protocols-oauth-code',
}
