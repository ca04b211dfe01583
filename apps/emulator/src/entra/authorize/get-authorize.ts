import type { Operation } from '../../kernel/operation.ts'
import { beginInteraction } from '../interaction/run-interaction.ts'
import { runAuthorize } from './authorize-flow.ts'

export const getAuthorize: Operation = {
  id: 'entra/get-authorize',
  method: 'GET',
  path: '/{tenant}/oauth2/v2.0/authorize',
  summary:
    'Authorize endpoint: a code (or an id token) for a browser that is signed in, else the page that is needed',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  handle: (request, world) =>
    runAuthorize(request, world, (interaction) => beginInteraction(interaction, request, world)),
}
