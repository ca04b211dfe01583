import type { Operation } from '../../kernel/operation.ts'
import { codePage } from './device-pages.ts'
import { runDevicePage } from './run-device-page.ts'

export const getDevicePage: Operation = {
  id: 'entra/get-device-page',
  method: 'GET',
  path: '/{tenant}/oauth2/deviceauth',
  summary: 'Page to type the code of another device in',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code#authenticating-the-user',
  handle: (request, world) =>
    runDevicePage(request, world, () =>
      codePage(request.path, { typed: request.query.get('otc') ?? request.query.get('user_code') ?? '' }),
    ),
}
