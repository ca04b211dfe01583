import type { Operation } from '../../kernel/operation.ts'
import { postDeviceCode } from './post-device-code.ts'

export const postDeviceCodeV1: Operation = {
  ...postDeviceCode,
  id: 'entra/post-device-code-v1',
  path: '/{tenant}/oauth2/devicecode',
  summary: 'Begins a sign-in on another device, with `resource` as in version 1.0',
}
