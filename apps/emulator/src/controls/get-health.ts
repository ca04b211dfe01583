import type { Operation } from '../kernel/operation.ts'

export const getHealth: Operation = {
  id: 'controls/get-health',
  method: 'GET',
  path: '/_emulator/health',
  summary: 'Answers 200 once the emulator serves requests',
  source: 'the emulator itself',
  handle: () => ({ status: 200, headers: { 'cache-control': 'no-store' }, body: { status: 'ok' } }),
}
