import type { SignInProblem } from '@trustwright/shared-schemas'

/** A sign-in that ends without a session. The message is for the log, the reason for the person. */
export class SignInRefusal extends Error {
  override readonly name = 'SignInRefusal'
  readonly reason: SignInProblem

  constructor(reason: SignInProblem, message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}
