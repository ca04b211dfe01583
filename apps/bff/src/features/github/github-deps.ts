import type { Github, GithubConnections, GithubOauth } from '../../github-port.ts'
import type { Audit } from '../../ports.ts'

export interface GithubDeps {
  readonly audit: Audit
  readonly connections: GithubConnections
  readonly github: Github
  /** Null where the portal is not registered at GitHub. */
  readonly oauth: GithubOauth | null
  /** `https://github.com`. */
  readonly webUrl: string
}
