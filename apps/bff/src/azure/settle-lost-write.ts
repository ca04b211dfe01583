import { UnsettledWrite } from '../domain/unsettled-write.ts'
import { PortalError } from '../errors.ts'

/** Done, with its result; overtaken by another write; or not to be seen (null). */
export type Settled<T> = { readonly value: T } | { readonly problem: PortalError } | null

/**
 * What became of a write whose answer was lost. `mapped` is its error as a person may see it. Throws it where the write
 * was not made, and an error whose cause is an UnsettledWrite where that cannot be told. Where `reads` lag behind writes,
 * as in the directory (https://learn.microsoft.com/entra/architecture/architecture), what is not to be seen may be there.
 */
export async function settleLostWrite<T>(
  error: unknown,
  mapped: unknown,
  settle: () => Promise<Settled<T>>,
  reads: 'exact' | 'reads-lag' = 'exact',
): Promise<T> {
  let settled: Settled<T>
  try {
    settled = await settle()
  } catch {
    // The first failure is the one to tell; that reading failed too is in the kind of error.
    throw asUnsettled(mapped, error)
  }
  if (settled === null) throw reads === 'exact' ? mapped : asUnsettled(mapped, error)
  if ('problem' in settled) throw settled.problem
  return settled.value
}

function asUnsettled(mapped: unknown, error: unknown): unknown {
  if (!(mapped instanceof PortalError)) return mapped
  const { code, extras } = mapped
  return new PortalError(code, {
    ...extras,
    detail: 'The answer of Azure was lost, and the portal could not find out whether the change was made.',
    nextStep: 'Look whether the change is there before you try again.',
    cause: new UnsettledWrite(error),
  })
}
