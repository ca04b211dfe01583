import { errorFacts } from './error-facts.ts'
import { furtherFacts } from './further-facts.ts'

/** The part of Entra's error answer that is explained here. */
export interface ExchangeErrorBody {
  readonly error?: string | undefined
  readonly error_description?: string | undefined
  readonly error_codes?: readonly number[] | undefined
}

export interface ExchangeExplanation {
  /** `AADSTS700213`, or null when the answer names none. */
  readonly code: string | null
  readonly explanation: string
  readonly nextStep: string
  /** True when the same token may work in a few minutes, since Azure spreads changes slowly. */
  readonly mayStillSpread: boolean
}

/** Entra's refusal of a token in plain words. The code of the description wins over the list, as it is the exact one. */
export function explainExchangeError(body: ExchangeErrorBody): ExchangeExplanation {
  const number =
    /AADSTS(\d{4,8})/.exec(body.error_description ?? '')?.[1] ?? body.error_codes?.[0]?.toString()
  if (number === undefined) {
    return {
      code: null,
      explanation: 'Entra refused the token without a code of its own.',
      nextStep: 'Read its message, and quote its trace ID when you ask for help.',
      mayStillSpread: false,
    }
  }
  const code = `AADSTS${number}`
  if (Object.hasOwn(errorFacts, number)) {
    const fact = errorFacts[number]
    if (fact !== undefined) return { code, ...fact }
  }
  const further = Object.hasOwn(furtherFacts, number) ? furtherFacts[number] : undefined
  if (further !== undefined) {
    const { explanation, nextStep } = further
    return { code, explanation, nextStep, mayStillSpread: false }
  }
  return {
    code,
    explanation: `Entra refused the token for a reason that is not explained here (${code}).`,
    nextStep: `Read its message, or look the number up at https://login.microsoftonline.com/error?code=${number}.`,
    mayStillSpread: false,
  }
}
