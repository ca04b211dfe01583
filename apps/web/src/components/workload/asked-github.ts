import { GithubRepositoryPath } from '@trustwright/shared-schemas'

type Fields = Readonly<Record<string, string>>

/** The host of the GitHub that the portal asks; null for github.com, and for a stand-in that no token can name. */
export function ownGithubHost(webUrl: string | undefined): string | null {
  const host = URL.parse(webUrl ?? '')?.hostname ?? 'github.com'
  return host === 'github.com' || !host.includes('.') ? null : host
}

/** What to look up; null where the names are not complete, or lie at a GitHub that the portal does not ask. */
export function repositoryToAsk(fields: Fields, webUrl: string | undefined): GithubRepositoryPath | null {
  const { owner, repository: name } = fields
  const path = GithubRepositoryPath.safeParse({ owner, name })
  return path.success && isAsked(fields, ownGithubHost(webUrl)) ? path.data : null
}

/** A name means another repository at another GitHub. */
export function isAsked(
  { hosting = '', serverHost = '', subdomain = '' }: Fields,
  own: string | null,
): boolean {
  if (hosting.startsWith('server')) return own !== null && serverHost.toLowerCase() === own
  if (hosting.startsWith('ghe')) return own === `${subdomain.toLowerCase()}.ghe.com`
  return own === null
}
