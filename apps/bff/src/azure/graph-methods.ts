import { graphNeeds, notConsented, type GraphNeed } from '../domain/graph-needs.ts'
import { PortalError } from '../errors.ts'
import type { Caller, ReadOptions, TokenSource, Written } from '../ports.ts'
import type { Expected } from './azure-http-client.ts'
import { mayHaveHappened, nothingReadable, UnreadableAnswer } from './azure-failures.ts'
import type { CallAzure } from './call-azure.ts'
import type { GraphAnswer, GraphClient, GraphRequest } from './graph-client.ts'
import { graphErrorRules } from './graph-error-rules.ts'
import { mapAzureError } from './map-azure-error.ts'
import { settleLostWrite, type Settled } from './settle-lost-write.ts'

export type Need = keyof typeof graphNeeds

export interface GraphRead {
  readonly request: GraphRequest
  readonly expects: Expected
  readonly need: Need
  /** What the call is about, for a refusal: `/applications/<appId>`, or `/` for the directory. */
  readonly scope: string
  readonly options?: ReadOptions | undefined
}

/** A write, with the way to find out what became of it when its answer is lost. */
export interface GraphWrite<T> extends GraphRead {
  readonly read: (answer: GraphAnswer) => T
  /** Reads again. Throws where it cannot be told what became of the write. */
  readonly settle: () => Promise<Settled<T>>
}

/** What the areas of the adapter share. */
export interface GraphMethods {
  readonly read: (caller: Caller, read: GraphRead) => Promise<unknown>
  readonly write: <T>(caller: Caller, write: GraphWrite<T>) => Promise<Written<T>>
}

export function createGraphMethods(
  callGraph: CallAzure<GraphClient>,
  tokens: Pick<TokenSource, 'graphToken'>,
): GraphMethods {
  async function explain(error: unknown, caller: Caller, { need, scope }: GraphRead): Promise<unknown> {
    const needed = graphNeeds[need]
    const missing = { action: needed.action, scope, role: needed.role }
    const mapped = mapAzureError(error, { name: 'graph', rules: graphErrorRules, missing: () => missing })
    if (
      !(mapped instanceof PortalError) ||
      mapped.code !== 'FORBIDDEN' ||
      mapped.extras.upstream === undefined
    )
      return mapped
    const { permissions } = await tokens.graphToken(caller)
    return refusedFor(needed, permissions, mapped)
  }
  const send = (request: GraphRequest) => (client: GraphClient, signal: AbortSignal) =>
    client.send(request, signal)
  return {
    async read(caller, asked) {
      const kind = asked.options?.background === true ? 'scan-read' : 'read'
      try {
        const { request, expects, options } = asked
        const { onSent } = options ?? {}
        return (await callGraph({ caller, kind, expects, onSent, run: send(request) })).value.body
      } catch (error) {
        throw await explain(error, caller, asked)
      }
    },
    async write(caller, asked) {
      try {
        const { request, expects } = asked
        const { value, requestId } = await callGraph({ caller, kind: 'write', expects, run: send(request) })
        return { value: readAnswer(asked, value, requestId), upstreamRequestId: requestId }
      } catch (error) {
        const mapped = await explain(error, caller, asked)
        if (!mayHaveHappened(error)) throw mapped
        return {
          value: await settleLostWrite(error, mapped, asked.settle, 'reads-lag'),
          upstreamRequestId: null,
        }
      }
    },
  }
}

/** Graph confirmed the write: where its answer cannot be read, it was made all the same. */
function readAnswer<T>({ read }: GraphWrite<T>, answer: GraphAnswer, requestId: string | null): T {
  try {
    return read(answer)
  } catch (cause) {
    throw new UnreadableAnswer({ ...nothingReadable, requestId }, 'in an unknown shape', cause)
  }
}

/** Graph does not say whether the portal or the person lacks the right. The token tells. */
function refusedFor(need: GraphNeed, permissions: readonly string[], mapped: PortalError): PortalError {
  const { extras, cause } = mapped
  if (permissions.some((permission) => need.permissions.includes(permission))) {
    return new PortalError('FORBIDDEN', { ...extras, detail: need.detail, nextStep: need.nextStep, cause })
  }
  const { detail, nextStep, extras: lacking } = notConsented(need.permission, cause)
  return new PortalError('FORBIDDEN', { ...extras, ...lacking, detail, nextStep, cause })
}
