import { recognise } from '@trustwright/federation'
import { GithubRepositoryPath } from '@trustwright/shared-schemas'

/** Issuer and subject, of whatever may become a trust. */
export interface NamingTrust {
  readonly issuer?: string | undefined
  readonly subject?: string | null | undefined
}

export interface NamedRepository {
  /** The same for all spellings of the name. */
  readonly key: string
  readonly path: GithubRepositoryPath
  readonly namesEnvironment: boolean
}

/** The repository in a subject of GitHub, where its issuer has this host; null for any other trust. */
export function repositoryNamed(
  { issuer = '', subject = null }: NamingTrust,
  issuerHost: string,
): NamedRepository | null {
  if (subject === null || !URL.canParse(issuer) || new URL(issuer).host !== issuerHost) return null
  const recognised = recognise({ issuer, subject })
  if (recognised?.presetId !== 'github-actions') return null
  const { owner, repository: name } = recognised.fields
  const path = GithubRepositoryPath.safeParse({ owner, name }).data
  if (path === undefined) return null
  return {
    key: `${path.owner}/${path.name}`.toLowerCase(),
    path,
    namesEnvironment: subject.includes(':environment:'),
  }
}
