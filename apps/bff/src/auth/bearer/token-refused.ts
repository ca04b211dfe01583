/** An access token that lets nobody in. The reason is for the log and the audit trail, never for who sent it. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
  readonly reason: string

  constructor(reason: string, cause?: unknown) {
    super(`the access token was refused: ${reason}`, { cause })
    this.reason = reason
  }
}
