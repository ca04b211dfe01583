import { presetById, type FieldValues, type PresetId } from '@trustwright/federation'
import type { GithubRepository } from '@trustwright/shared-schemas'
import { isSubjectTold } from '../../../components/workload/github-facts.ts'

type Fields = Readonly<Record<string, string>>

/** How much is known of the workload without asking. */
export interface KnownWorkload {
  readonly repository: GithubRepository | null
  /** Owner and repository came with the paste: fields never fold away under the hands of who types into them. */
  readonly areNamesGiven: boolean
  /** Which GitHub it is came with the paste too, or it is the one that most people use. */
  readonly isHostGiven: boolean
  /** A workspace of HCP Terraform came with the paste. */
  readonly isWorkspaceGiven: boolean
  /** The issuer is one that Azure told. */
  readonly isClusterKnown: boolean
}

/** Fields that need no asking: they are answered elsewhere on the page, and stay open to a change by hand. */
export function foldedFields(presetId: PresetId, fields: Fields, known: KnownWorkload): readonly string[] {
  if (presetId === 'aks' || presetId === 'kubernetes') return known.isClusterKnown ? ['issuer'] : []
  if (presetId === 'hcp-terraform' && known.isWorkspaceGiven)
    return ['host', 'kind', 'organization', 'workspace']
  if (presetId !== 'github-actions') return []
  const { repository, areNamesGiven, isHostGiven } = known
  const { entity = '', identifiers = '' } = fields
  const runs = repository === null ? ['environment', 'branch', 'tag'] : []
  const asked = [
    ...(areNamesGiven ? [] : ['owner', 'repository']),
    ...(isHostGiven ? [] : ['hosting', 'enterprise', 'subdomain', 'serverHost']),
    ...runs,
    ...(entity === 'template' || entity === 'keys' ? ['template', 'claims'] : []),
    ...(identifiers === 'ids' && (repository?.ownerId ?? null) === null ? ['ownerId'] : []),
    ...(identifiers === 'ids' && (repository?.repositoryId ?? null) === null ? ['repositoryId'] : []),
  ]
  return presetById(presetId).fieldKeys.filter((key) => !asked.includes(key))
}

/** Which GitHub is meant is said whole: github.com, or another one by its name. */
export function isHostNamed({
  hosting = '',
  enterprise = '',
  subdomain = '',
  serverHost = '',
}: Fields): boolean {
  if (hosting.startsWith('server')) return serverHost !== ''
  if (hosting.startsWith('ghe')) return subdomain !== '' && (hosting === 'ghe' || enterprise !== '')
  return hosting !== 'enterprise' || enterprise !== ''
}

/** GitHub does not tell how the subject is made, and nobody said it yet. */
export function asksForAge(
  fields: FieldValues,
  repository: GithubRepository | null,
  asking: boolean,
): boolean {
  const { owner = '', repository: name = '', hosting = '', entity = '' } = fields
  if (asking || owner === '' || name === '' || hosting.startsWith('server') || entity === 'keys') return false
  return repository === null || !isSubjectTold(repository)
}
