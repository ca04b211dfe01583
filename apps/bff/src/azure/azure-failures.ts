import type { AzureAnswer } from './azure-answer.ts'

/** Azure answered with a status of 400 or more. */
export class AzureRefusal extends Error {
  readonly answer: AzureAnswer

  constructor(answer: AzureAnswer) {
    super(`Azure answered ${answer.status} ${answer.code ?? 'without a code'}`)
    this.name = 'AzureRefusal'
    this.answer = answer
  }
}

/** Azure answered with success, but not with what a success looks like: nothing may be concluded from it. */
export class UnreadableAnswer extends Error {
  readonly answer: AzureAnswer

  constructor(answer: AzureAnswer, why: string, cause?: unknown) {
    super(`Azure answered ${answer.status}, but ${why}`, { cause })
    this.name = 'UnreadableAnswer'
    this.answer = answer
  }
}

/** A success that told nothing. */
export const nothingReadable: AzureAnswer = {
  status: 200,
  code: null,
  message: null,
  requestId: null,
  correlationId: null,
  retryAfterSeconds: null,
  wantsClaims: false,
}

/** Azure named an address on another host, or the same page again. It was not called. */
export class AddressRefused extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'AddressRefused'
  }
}

/** Azure answered with more than the portal reads. */
export class AnswerTooLarge extends Error {
  constructor(cause: unknown) {
    super('Azure answered with more than 16 MiB', { cause })
    this.name = 'AnswerTooLarge'
  }
}

/** The deadline of the whole call passed. */
export class DeadlinePassed extends Error {
  constructor(cause: unknown) {
    super('The deadline of the call to Azure passed', { cause })
    this.name = 'DeadlinePassed'
  }
}

/** True when the request may have been carried out although no good answer came back. */
export function mayHaveHappened(error: unknown): boolean {
  if (error instanceof AzureRefusal) return error.answer.status >= 500 || error.answer.status === 408
  const isLost = [UnreadableAnswer, AnswerTooLarge, DeadlinePassed].some((kind) => error instanceof kind)
  return isLost || isTransportError(error)
}

/** Errors of the network below HTTP carry a system code, as `ECONNRESET`; a body that broke off the vendor's client calls a PARSE_ERROR. */
export function isTransportError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(E[A-Z_]+|REQUEST_SEND_ERROR|PARSE_ERROR|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|[A-Z_]*CERT[A-Z_]*)$/.test(
      error.code,
    )
  )
}
