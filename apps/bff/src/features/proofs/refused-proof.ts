import { explainExchangeError } from '@trustwright/federation'
import type { Proof } from '@trustwright/shared-schemas'
import type { ExchangeAnswer } from '../../ports.ts'

type Refusal = Extract<ExchangeAnswer, { accepted: false }>

/** Entra's own words, and what they mean. */
export function toRefusedProof(refusal: Refusal, at: Date): Extract<Proof, { outcome: 'refused' }> {
  const { code, explanation, nextStep, mayStillSpread } = explainExchangeError({
    ...(refusal.error !== null && { error: refusal.error }),
    error_description: refusal.description,
    error_codes: refusal.codes,
  })
  return {
    outcome: 'refused',
    at: at.toISOString(),
    error: {
      code,
      message: withoutTrace(refusal.description),
      explanation,
      nextStep,
      mayStillSpread,
      traceId: refusal.traceId,
      correlationId: refusal.correlationId,
      timestamp: refusal.timestamp,
    },
  }
}

/** Entra appends its ids, after a space or a line break; they have fields of their own here. */
function withoutTrace(description: string): string {
  const at = description.indexOf('Trace ID:')
  return (at === -1 ? description : description.slice(0, at)).trim()
}
