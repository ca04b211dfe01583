import type { Caller, ReadOptions, Written } from '../ports.ts'
import type { ArmClients } from './arm-clients.ts'
import type { Expected } from './azure-http-client.ts'
import { mayHaveHappened } from './azure-failures.ts'
import type { CallArm } from './call-arm.ts'
import { mapAzureError } from './map-azure-error.ts'
import { settleLostWrite, type Settled } from './settle-lost-write.ts'

type Run<T> = (clients: ArmClients, signal: AbortSignal) => Promise<T>

/** A write, with the way to find out what became of it when its answer is lost. */
export interface SettledWrite<T> {
  readonly caller: Caller
  readonly expects: Expected
  readonly run: Run<T>
  /** Reads again. Throws where it cannot be told what became of the write. */
  readonly settle: () => Promise<Settled<T>>
}

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
        return (await callArm({ caller, kind, expects, onSent: options?.onSent, run })).value
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
        return { value: await settleLostWrite(error, mapAzureError(error), settle), upstreamRequestId: null }
      }
    },
  }
}
