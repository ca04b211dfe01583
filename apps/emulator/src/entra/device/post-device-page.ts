import type { Operation } from '../../kernel/operation.ts'
import { answerDevicePage } from './device-flow.ts'
import { runDevicePage } from './run-device-page.ts'

export const postDevicePage: Operation = {
  id: 'entra/post-device-page',
  method: 'POST',
  path: '/{tenant}/oauth2/deviceauth',
  summary: 'Answers of the device page: the code, account, second factor, consent, and the last question',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code#authenticating-the-user',
  handle: (request, world) =>
    runDevicePage(request, world, (tenant) =>
      answerDevicePage(request, new URLSearchParams(request.body), tenant, world),
    ),
}
