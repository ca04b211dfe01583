import type { GithubFacts } from './trust.ts'

/**
 * The list of claims of which the repository composes its subject, `default`, or null where nothing is known. A repository
 * without a template of its own sends the default: the organization's template holds only after the repository opted in.
 * https://docs.github.com/en/rest/actions/oidc
 */
export function templateInForce(github: GithubFacts): readonly string[] | 'default' | null {
  const { templates, useDefault, includeClaimKeys = [] } = github
  const own = templates?.repository
  const ofOrganization = templates?.organization?.includeClaimKeys ?? []
  if (useDefault === true || own?.status === 404 || own?.useDefault === true) return 'default'
  if (includeClaimKeys.length > 0) return includeClaimKeys
  if ((own?.includeClaimKeys ?? []).length > 0) return own?.includeClaimKeys ?? null
  const optedIn = useDefault === false || own?.useDefault === false
  return optedIn && ofOrganization.length > 0 ? ofOrganization : null
}
