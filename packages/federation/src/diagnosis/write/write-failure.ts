import { type Cause, causeOf } from '../cause.ts'
import { quoted } from '../letters.ts'
import { type FailureShape, failureShapes } from './failure-shapes.ts'

/** An answer of Azure Resource Manager or Graph to a write; whatever is not known is absent. */
export interface WriteAnswer {
  readonly status?: number
  readonly code?: string
  readonly message?: string
}

/** Longest part of an answer that is looked at; its own fault stands near the start. */
const looked = 8_000

/** Why a write was refused, by its status, code and message; null when none of them is known. */
export function writeFailureOf(answer: WriteAnswer): Cause | null {
  const shape = shapeOf(answer)
  return shape === null ? null : causeFrom(shape, answer)
}

/** The same from an answer that names no reason known here: it was refused all the same. */
export function refusedWrite(answer: WriteAnswer): Cause {
  return causeOf('write-refused', {
    severity: 'block',
    certainty: 'possible',
    text: 'Azure refused the write for a reason that is not explained here; nothing was stored.',
    evidence: evidenceOf(answer),
    fix: 'Read its message, and quote its request ID when you ask for help.',
  })
}

function shapeOf({ status, code = '', message = '' }: WriteAnswer): FailureShape | null {
  const text = `${code.slice(0, 200)} ${message.slice(0, looked)}`
  const named = failureShapes.find(({ pattern }) => pattern?.test(text) === true)
  if (named !== undefined) return named
  return (
    failureShapes.find((shape) => status !== undefined && shape.statuses?.includes(status) === true) ?? null
  )
}

function causeFrom(
  { code, text, fix, seconds, certainty = 'certain' }: FailureShape,
  answer: WriteAnswer,
): Cause {
  return causeOf(code, {
    severity: 'block',
    certainty,
    text,
    evidence: evidenceOf(answer),
    fix,
    ...(seconds === undefined ? {} : { action: { kind: 'wait', seconds } }),
  })
}

function evidenceOf({ status, code, message }: WriteAnswer): string {
  return [
    status === undefined ? undefined : `HTTP ${status}`,
    code?.slice(0, 200),
    message === undefined ? undefined : quoted(message, 400),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
}
