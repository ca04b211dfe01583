import type { Operation } from '../../kernel/operation.ts'
import { postLogout } from './post-logout.ts'

export const postLogoutV1: Operation = {
  ...postLogout,
  id: 'entra/post-logout-v1',
  path: '/{tenant}/oauth2/logout',
  summary: 'The account picked on the sign-out page of version 1.0',
  source:
    'https://learn.microsoft.com/previous-versions/azure/active-directory/azuread-dev/v1-protocols-oauth-code',
}
