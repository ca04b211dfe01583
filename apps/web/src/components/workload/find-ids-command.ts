const plainName = /^[A-Za-z0-9._-]+$/

/**
 * Prints owner ID and repository ID. Names that are not plain stay placeholders, so that a shell reads no more than names.
 * `host`: of a GitHub that is not github.com, which the command line asks only when told:
 * https://cli.github.com/manual/gh_api
 */
export function findIdsCommand(owner: string, repository: string, host: string | null = null): string {
  const place = `${plainName.test(owner) ? owner : 'OWNER'}/${plainName.test(repository) ? repository : 'REPOSITORY'}`
  const at = host === null ? '' : `--hostname ${plainName.test(host) ? host : 'HOST'} `
  return `gh api ${at}/repos/${place} --jq '"owner ID \\(.owner.id), repository ID \\(.id)"'`
}
