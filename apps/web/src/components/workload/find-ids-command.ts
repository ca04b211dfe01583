const plainName = /^[A-Za-z0-9._-]+$/

/** Prints owner ID and repository ID. Names that are not plain stay placeholders, so that a shell reads no more than names. */
export function findIdsCommand(owner: string, repository: string): string {
  const place = `${plainName.test(owner) ? owner : 'OWNER'}/${plainName.test(repository) ? repository : 'REPOSITORY'}`
  return `gh api /repos/${place} --jq '"owner ID \\(.owner.id), repository ID \\(.id)"'`
}
