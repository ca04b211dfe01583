import type { Operation } from '../../kernel/operation.ts'
import { answerInteraction } from '../interaction/run-interaction.ts'
import { runAuthorize } from './authorize-flow.ts'

export const postAuthorize: Operation = {
  id: 'entra/post-authorize',
  method: 'POST',
  path: '/{tenant}/oauth2/v2.0/authorize',
  summary: 'Answers of the sign-in pages: account or password, second factor, consent, cancel',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  handle: (request, world) =>
    runAuthorize(request, world, (interaction) =>
      answerInteraction(interaction, request, new URLSearchParams(request.body), world),
    ),
}
