import type { Html } from '../../kernel/html.ts'
import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import { mono } from './browse-table.ts'

export const trustColumns = [
  { name: 'Trust' },
  { name: 'Issuer' },
  { name: 'Subject, or expression', wide: true },
  { name: 'Audience' },
] as const

export function trustRow(credential: FederatedCredential): (Html | string)[] {
  const { name, issuer, subject, claimsMatchingExpression, audiences } = credential
  const what = subject ?? claimsMatchingExpression?.value ?? ''
  return [name, mono(issuer), mono(what), mono(audiences.join(', '))]
}
