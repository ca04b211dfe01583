import type { Operation } from '../../kernel/operation.ts'
import { postAuthorize } from './post-authorize.ts'

export const postAuthorizeV1: Operation = {
  ...postAuthorize,
  id: 'entra/post-authorize-v1',
  path: '/{tenant}/oauth2/authorize',
  summary: 'Answers of the sign-in pages of version 1.0',
  source:
    'https://learn.microsoft.com/previous-versions/azure/active-directory/azuread-dev/v1-protocols-oauth-code',
}
