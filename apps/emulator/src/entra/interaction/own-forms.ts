import type { EmulatorRequest } from '../../kernel/operation.ts'
import { invalidRequest } from '../core/refusal.ts'

/** The forms of the sign-in pages are answered from those pages only: another page on localhost sends the same cookie. */
export function refuseForeignForm({ method, headers, origin }: EmulatorRequest): void {
  const from = headers.origin
  if (method !== 'POST' || from === undefined || from === 'null') return
  if (URL.canParse(from) && new URL(from).host === new URL(origin).host) return
  throw invalidRequest(900561, 'The endpoint only accepts POST requests of its own pages.')
}
