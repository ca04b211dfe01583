import type {
  GithubEnvironmentList,
  GithubNameList,
  GithubRepository,
  GithubRepositoryPath,
} from '@trustwright/shared-schemas'
import type { Caller } from './ports.ts'

/** As whom GitHub is asked: null as nobody, which is enough for what is public. */
export interface GithubAsk {
  readonly token: string | null
  /** Asks again although a recent answer is known. */
  readonly refresh: boolean
}

export type FoundRepository = Omit<GithubRepository, 'renamedFrom' | 'subject' | 'because'>

/** How subjects are made, as GitHub stores it; null where it does not tell. */
export interface SubjectTemplate {
  readonly usesDefault: boolean
  readonly claimKeys: string[] | null
  readonly prefix: string | null
  readonly hasIds: boolean | null
}

export type NamesOf = 'branches' | 'tags'
export type FoundNames = Omit<GithubNameList, 'match'>

/**
 * GitHub's REST interface, read only. A renamed repository is followed once, within the same host. Every method throws
 * PortalError with a code that begins with GITHUB_; a token that GitHub does not accept is GITHUB_CONNECTION_ENDED.
 */
export interface Github {
  readRepository(ask: GithubAsk, path: GithubRepositoryPath): Promise<FoundRepository>
  readSubjectTemplate(ask: GithubAsk, path: GithubRepositoryPath): Promise<SubjectTemplate>
  /** Claims of the organisation's template; null where it has none. */
  readOrganizationClaims(ask: GithubAsk, owner: string): Promise<string[] | null>
  listEnvironments(ask: GithubAsk, path: GithubRepositoryPath): Promise<GithubEnvironmentList>
  /** The first hundred. */
  listNames(ask: GithubAsk, path: GithubRepositoryPath, of: NamesOf): Promise<FoundNames>
  /** Those that start with `prefix`, in its exact case. */
  findNames(ask: GithubAsk, path: GithubRepositoryPath, of: NamesOf, prefix: string): Promise<FoundNames>
}

/** Times are milliseconds since 1970; null where GitHub names no end. */
export interface GithubTokens {
  readonly token: string
  readonly tokenEndsAt: number | null
  readonly refreshToken: string | null
  readonly refreshTokenEndsAt: number | null
}

/** GitHub did not give a token. `reason` is its own code, such as `bad_verification_code`. */
export class GithubGrantRefused extends Error {
  override readonly name = 'GithubGrantRefused'
  readonly reason: string

  constructor(reason: string) {
    super(`GitHub gave no token: ${reason}`)
    this.reason = reason
  }
}

/**
 * GitHub's sign-in as an app registered there. Throws GithubGrantRefused, or PortalError: GITHUB_FAILED, GITHUB_TIMEOUT.
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-user-access-token-for-a-github-app
 */
export interface GithubOauth {
  /** Where a browser is sent. `challenge` is the S256 one of RFC 7636. */
  authorizeAddress(state: string, challenge: string): string
  redeem(code: string, verifier: string): Promise<GithubTokens>
  /** Ends the old pair of tokens. */
  renew(refreshToken: string): Promise<GithubTokens>
  /** True when GitHub confirmed that the token is worth nothing any more. Throws nothing. */
  withdraw(token: string): Promise<boolean>
  /** Whose token it is. */
  readLogin(token: string): Promise<string>
}

export interface GithubConnectionDetails {
  readonly login: string
  readonly connectedAt: Date
  readonly endsAt: Date | null
}

/** People's own access to GitHub, each for the time of a session. */
export interface GithubConnections {
  read(caller: Caller): Promise<GithubConnectionDetails | null>
  /** Null without a connection. Throws GITHUB_CONNECTION_ENDED (it is forgotten then), GITHUB_FAILED, GITHUB_TIMEOUT. */
  tokenOf(caller: Caller): Promise<string | null>
  /** Another token in the place of one that GitHub refused. Throws as `tokenOf`. */
  renewedToken(caller: Caller, refused: string): Promise<string>
  /** Forgets the connection; its token where there was one. */
  end(caller: Caller): Promise<string | null>
}
