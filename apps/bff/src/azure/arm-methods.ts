import { UnsettledWrite } from '../domain/unsettled-write.ts'
import { PortalError } from '../errors.ts'
import type { Caller, ReadOptions, Written } from '../ports.ts'
import type { ArmClients } from './arm-clients.ts'
import type { Expected } from './arm-http-client.ts'
import { mayHaveHappened } from './azure-failures.ts'
import type { CallArm } from './call-arm.ts'
import { mapAzureError } from './map-azure-error.ts'

type Run<T> = (clients: ArmClients, signal: AbortSignal) => Promise<T>

/** A write, with the way to find out what became of it when its answer is lost. */
export interface SettledWrite<T> {
  readonly caller: Caller
  readonly expects: Expected
  readonly run: Run<T>
  /** Reads again. Throws where it cannot be told what became of the write. */
  readonly settle: () => Promise<Settled<T>>
}

/** Done, with its result; overtaken by another write; or not done (null). */
export type Settled<T> = { readonly value: T } | { readonly problem: PortalError } | null

/** What the areas of the adapter share. */
export interface ArmMethods {
  readonly read: <T>(
    caller: Caller,
    expects: Expected,
    options: ReadOptions | undefined,
    run: Run<T>,
  ) => Promise<T>
  readonly write: <T>(write: SettledWrite<T>) => Promise<Written<T>>
}

export function createArmMethods(callArm: CallArm): ArmMethods {
  return {
    async read(caller, expects, options, run) {
      const kind = options?.background === true ? 'scan-read' : 'read'
      try {
        return (await callArm({ caller, kind, expects, run })).value
      } catch (error) {
        throw mapAzureError(error)
      }
    },
    async write({ caller, expects, run, settle }) {
      try {
        const { value, requestId } = await callArm({ caller, kind: 'write', expects, run })
        return { value, upstreamRequestId: requestId }
      } catch (error) {
        if (!mayHaveHappened(error)) throw mapAzureError(error)
        return { value: await settleLostWrite(error, settle), upstreamRequestId: null }
      }
    },
  }
}

async function settleLostWrite<T>(error: unknown, settle: () => Promise<Settled<T>>): Promise<T> {
  let settled: Settled<T>
  try {
    settled = await settle()
  } catch {
    // The first failure is the one to tell; that reading failed too is in the kind of error.
    throw asUnsettled(mapAzureError(error), error)
  }
  if (settled === null) throw mapAzureError(error)
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
