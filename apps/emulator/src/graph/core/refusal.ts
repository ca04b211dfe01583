/** One of Graph's answers in words: status, code and text, as the vendor spells them. */
export interface GraphFault {
  status: number
  code: string
  message: string
  details?: readonly { code: string; target: string; message: string }[]
  headers?: Record<string, string>
}

/** Thrown by the rules of Graph; `graphOperation` answers with the fault. */
export class GraphRefusal extends Error {
  readonly fault: GraphFault

  constructor(fault: GraphFault) {
    super(fault.message)
    this.name = 'GraphRefusal'
    this.fault = fault
  }
}

export function refuse(fault: GraphFault): GraphRefusal {
  return new GraphRefusal(fault)
}
