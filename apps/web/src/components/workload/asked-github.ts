import { GithubRepositoryPath, type GithubRepository } from '@trustwright/shared-schemas'

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

/** The host of the GitHub that the fields name; null for github.com, and while none is typed. */
export function hostOfFields({ hosting = '', serverHost = '', subdomain = '' }: Fields): string | null {
  if (hosting.startsWith('server')) return serverHost === '' ? null : serverHost
  return hosting.startsWith('ghe') && subdomain !== '' ? `${subdomain}.ghe.com` : null
}

/** The page of a repository, at the GitHub that was asked: an answer that leads to another host is not followed. */
export function pageOfRepository(
  { owner, name, webUrl }: Pick<GithubRepository, 'owner' | 'name' | 'webUrl'>,
  portalWebUrl: string | undefined,
): string {
  const own = ownGithubHost(portalWebUrl)
  return own === null || URL.parse(webUrl)?.hostname === own ? webUrl : `https://${own}/${owner}/${name}`
}
