import type { ErrorCode, Problem } from '@trustwright/shared-schemas'

/** The portal's API answered with a problem document (RFC 9457). Switch on `code`, never on a message. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`)
    this.problem = problem
  }

  get code(): ErrorCode {
    return this.problem.code
  }
  get fields() {
    return this.problem.fields ?? []
  }
  get nextStep(): string {
    return this.problem.nextStep
  }
  get upstream() {
    return this.problem.upstream ?? null
  }
  /** Rules of the portal that refused; none where it was refused for another reason. */
  get guardrails() {
    return this.problem.guardrails ?? []
  }
  get missing() {
    return this.problem.missing ?? null
  }
  /** Seconds that Azure or the portal asked to wait; null when it named none. */
  get retryAfterSeconds(): number | null {
    return this.problem.retryAfterSeconds ?? null
  }
}

/** No answer came: the connection broke, or the portal is not running. Whether a write happened is unknown. */
export class ConnectionProblem extends Error {
  override readonly name = 'ConnectionProblem'
}

/** An answer came that does not follow the contract, such as a proxy's own error page. */
export class ReplyProblem extends Error {
  override readonly name = 'ReplyProblem'
  readonly status: number

  constructor(status: number, cause: unknown) {
    super(`The portal's answer (status ${status}) does not follow its contract`, { cause })
    this.status = status
  }
}
