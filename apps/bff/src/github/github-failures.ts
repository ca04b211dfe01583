/** What GitHub answered. */
export interface GithubAnswer {
  readonly status: number
  readonly header: (name: string) => string | null
  readonly text: string
}

/** GitHub answered with a status of 400 or more. */
export class GithubRefusal extends Error {
  override readonly name = 'GithubRefusal'
  readonly answer: GithubAnswer

  constructor(answer: GithubAnswer) {
    super(`GitHub answered ${answer.status}`)
    this.answer = answer
  }
}

/** GitHub took no request of this person until `until` (milliseconds since 1970), so none was sent. */
export class GithubPaused extends Error {
  override readonly name = 'GithubPaused'
  readonly until: number

  constructor(until: number) {
    super('GitHub takes no requests for now')
    this.until = until
  }
}

/** A success that does not look like one: nothing may be concluded from it. */
export class GithubUnreadable extends Error {
  override readonly name = 'GithubUnreadable'
}

/** GitHub led on to another host, or twice. It was not followed. */
export class GithubLedAway extends Error {
  override readonly name = 'GithubLedAway'
}

export class GithubDeadline extends Error {
  override readonly name = 'GithubDeadline'
}
