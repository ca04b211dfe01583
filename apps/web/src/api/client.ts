import {
  Problem,
  type Body,
  type Endpoint,
  type Params,
  type Query,
  type Reply,
} from '@trustwright/shared-schemas'
import { addressOf, type Values } from './address.ts'
import { ApiProblem, ConnectionProblem, ReplyProblem } from './api-problem.ts'
import { sendThroughDoor } from './door.ts'
import { noticeSessionCode } from './session-lost.ts'

type NothingNeeded<Value> = Partial<Value> extends Value ? true : false

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [key in Name]?: undefined }
  : NothingNeeded<Value> extends true
    ? { readonly [key in Name]?: Value }
    : { readonly [key in Name]: Value }

export type CallInput<E extends Endpoint> = Part<'params', Params<E>> &
  Part<'query', Query<E>> &
  Part<'body', Body<E>> & { readonly signal?: AbortSignal }

type CallArguments<E extends Endpoint> =
  NothingNeeded<CallInput<E>> extends true ? [input?: CallInput<E>] : [input: CallInput<E>]

interface LooseInput {
  readonly params?: Values
  readonly query?: Values
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/**
 * Calls one endpoint and answers its parsed reply.
 * Throws `ApiProblem`, `ConnectionProblem` or `ReplyProblem`; an abort passes through as it is.
 */
export async function call<E extends Endpoint>(endpoint: E, ...[input]: CallArguments<E>): Promise<Reply<E>> {
  // The conditional types above guarantee this shape, but TypeScript cannot see through them here.
  const { params, query, body, signal } = (input ?? {}) as LooseInput
  const response = await send(addressOf(endpoint, params, query), {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  const answer = await readJson(response)
  if (!response.ok) throw problemOf(response.status, answer)
  const reply = endpoint.reply.safeParse(answer)
  if (!reply.success) throw new ReplyProblem(response.status, reply.error)
  // `reply` of E is the schema that just parsed it.
  return reply.data as Reply<E>
}

async function send(...[address, request]: Parameters<typeof sendThroughDoor>): Promise<Response> {
  try {
    return await sendThroughDoor(address, request)
  } catch (error) {
    if (request.signal?.aborted === true) throw error
    throw new ConnectionProblem('The portal did not answer', { cause: error })
  }
}

export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw new ConnectionProblem('The answer broke off', { cause: error })
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ReplyProblem(response.status, error)
  }
}

/** What an answer that is no success says. */
export function problemOf(status: number, answer: unknown): ApiProblem | ReplyProblem {
  const problem = Problem.safeParse(answer)
  if (!problem.success) return new ReplyProblem(status, problem.error)
  noticeSessionCode(problem.data)
  return new ApiProblem(problem.data)
}
