/** What a column of the file can mean. */
export const columnMeanings = [
  'repository',
  'owner',
  'environment',
  'branch',
  'tag',
  'pullRequest',
  'ownerId',
  'repositoryId',
  'issuer',
  'subject',
  'name',
  'audience',
  'description',
  'identity',
] as const
export type ColumnMeaning = (typeof columnMeanings)[number]

/** Null: the column is left out. */
export type ColumnMap = readonly (ColumnMeaning | null)[]

export const meaningLabels: Readonly<Record<ColumnMeaning, string>> = {
  repository: 'Repository',
  owner: 'Owner',
  environment: 'Environment',
  branch: 'Branch',
  tag: 'Tag',
  pullRequest: 'Pull request (yes)',
  ownerId: 'Owner ID',
  repositoryId: 'Repository ID',
  issuer: 'Issuer',
  subject: 'Subject',
  name: 'Trust name',
  audience: 'Audience',
  description: 'Description',
  identity: 'Identity',
}

const otherNames: Readonly<Record<string, ColumnMeaning>> = {
  repo: 'repository',
  githubrepository: 'repository',
  url: 'repository',
  organization: 'owner',
  organisation: 'owner',
  org: 'owner',
  env: 'environment',
  ref: 'branch',
  pr: 'pullRequest',
  repoid: 'repositoryId',
  organizationid: 'ownerId',
  iss: 'issuer',
  sub: 'subject',
  trust: 'name',
  trustname: 'name',
  credentialname: 'name',
  aud: 'audience',
  audiences: 'audience',
  identityname: 'identity',
  managedidentity: 'identity',
  application: 'identity',
  appid: 'identity',
  clientid: 'identity',
}

/** What the heads say, as far as they are known; each meaning is taken by the first column of its name. */
export function guessColumns(columns: readonly string[]): ColumnMap {
  const taken = new Set<ColumnMeaning>()
  return columns.map((column) => {
    const meaning = meaningOf(column)
    if (meaning === null || taken.has(meaning)) return null
    taken.add(meaning)
    return meaning
  })
}

function meaningOf(column: string): ColumnMeaning | null {
  const plain = column.toLowerCase().replace(/[^a-z]/g, '')
  return columnMeanings.find((meaning) => meaning.toLowerCase() === plain) ?? otherNames[plain] ?? null
}

/** Null when the columns are enough to make trusts of the rows. */
export function columnsProblem(map: ColumnMap): string | null {
  const has = (meaning: ColumnMeaning) => map.includes(meaning)
  const twice = columnMeanings.find((meaning) => map.filter((one) => one === meaning).length > 1)
  if (twice !== undefined) return `Two columns mean ${meaningLabels[twice]}. Leave one of them out.`
  if (has('issuer') && has('subject')) return null
  if (!has('repository')) return 'Say which column holds the repository, or the issuer and the subject.'
  if (has('environment') || has('branch') || has('tag') || has('pullRequest')) return null
  return 'Say which column holds the environment, the branch or the tag.'
}
