/** Without a slash at its end. https://docs.github.com/en/actions/reference/security/oidc */
export const githubIssuer = 'https://token.actions.githubusercontent.com'

/** How the subject writes each choice. https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims */
export const entityMarks = {
  environment: 'environment:',
  branch: 'ref:refs/heads/',
  tag: 'ref:refs/tags/',
  'pull-request': 'pull_request',
} as const

export type GithubEntity = keyof typeof entityMarks

export function isGithubEntity(value: string): value is GithubEntity {
  return Object.hasOwn(entityMarks, value)
}

/** `refs/heads/main` and `main` mean the same branch to a person; only the short one is the branch's name. */
export function shortRef(value: string, entity: GithubEntity): string {
  const prefix = entity === 'branch' ? 'refs/heads/' : entity === 'tag' ? 'refs/tags/' : ''
  return prefix !== '' && value.startsWith(prefix) ? value.slice(prefix.length) : value
}
