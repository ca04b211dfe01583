import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import type { GraphCall } from '../core/graph-call.ts'

const message =
  "The property 'subject[Nullable=False]' of type 'Edm.String' has a null value, which is not allowed."

/**
 * The body that Graph v1.0 sent in 2024 when a list held a flexible credential: status 200, and an error object in the middle
 * of what is no JSON any more. Undefined when the fault is off or no such credential is there.
 * Seen in https://github.com/Azure/azure-workload-identity/issues/373
 */
export function brokenList(
  { version, world }: GraphCall,
  answer: EmulatorResponse,
  credentials: readonly FederatedCredential[],
): EmulatorResponse | undefined {
  const flexible = credentials.find(({ subject }) => subject === null)
  if (!world.reality.brokenCredentialList || version !== 'v1.0' || !flexible) return undefined
  const text = JSON.stringify(answer.body)
  const place = text.indexOf(`"subject":null`)
  const date = new Date(world.clock.now()).toISOString().slice(0, 19)
  const id = world.newGuid()
  const error = {
    code: 'InternalServerError',
    message,
    innerError: { date, 'request-id': id, 'client-request-id': id },
  }
  const head = place === -1 ? text.slice(0, -2) : text.slice(0, place).replace(/,$/, '')
  return { ...answer, body: `${head}${JSON.stringify({ error })}` }
}
