/** What GitHub keeps of owners and repositories. Times are milliseconds since 1970. */

export interface GithubOwner {
  login: string
  id: number
  type: 'Organization' | 'User'
  name: string | null
  createdAt: number
  enterprise: GithubEnterprise | null
  /** Template that repositories follow when they ask for it; null: never set. */
  includeClaimKeys: string[] | null
  /** Subjects with ids for every repository. */
  useImmutableSubject: boolean
}

export interface GithubEnterprise {
  slug: string
  id: number
  /** The enterprise has an issuer of its own: the slug ends it. */
  includeSlugInIssuer: boolean
}

export interface GithubRepository {
  id: number
  owner: string
  name: string
  visibility: 'public' | 'private' | 'internal'
  defaultBranch: string
  createdAt: number
  branches: { name: string; protected: boolean }[]
  tags: string[]
  environments: GithubEnvironment[]
  /** `owner/name` in lower case that lead here since a renaming or transfer. */
  formerNames: string[]
  /** Read only; left out: it is not. */
  archived?: boolean
  /** Custom properties: claims `repo_property_{name}`. */
  properties: Record<string, string>
  subject: { useDefault: boolean; includeClaimKeys: string[] | null; useImmutableSubject: boolean }
}

export interface GithubEnvironment {
  id: number
  name: string
  createdAt: number
  waitMinutes: number
  /** Logins of people who must approve. */
  reviewers: string[]
  branches: 'all' | 'protected'
}

/** Issuer whose discovery document lies at the key, where the address alone does not tell. */
export interface GenericIssuer {
  issuer: string
}

/** Key of a repository. */
export function repositoryKey(owner: string, name: string): string {
  return `${owner}/${name}`.toLowerCase()
}

/** A code of GitHub's sign-in; `codeChallenge` is null when the client sent none. */
export interface GithubCode {
  login: string
  redirectUri: string
  codeChallenge: string | null
  expiresAt: number
}

/** A person's token for the registered app, with the refresh token that came with it. */
export interface GithubUserToken {
  /** Its own key. */
  tokenHash: string
  login: string
  expiresAt: number
  refreshHash: string
  refreshExpiresAt: number
}
