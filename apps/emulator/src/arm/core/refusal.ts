import type { EmulatorResponse } from '../../kernel/operation.ts'
import { armError, type ArmErrorExtra } from '../../kernel/vendor-errors.ts'

/** Thrown by the rules of ARM; `armOperation` answers with `response`. */
export class Refusal extends Error {
  readonly response: EmulatorResponse

  constructor(response: EmulatorResponse, message: string) {
    super(message)
    this.name = 'Refusal'
    this.response = response
  }
}

/** One of ARM's answers in words: status, code and text, as the vendor spells them. */
export interface ArmFault {
  status: number
  code: string
  message: string
}

export function refuse(fault: ArmFault, extra?: ArmErrorExtra): Refusal {
  return new Refusal(armError(fault.status, fault.code, fault.message, extra), fault.message)
}
