import type { GithubRepository } from '@trustwright/shared-schemas'
import { fieldsOfTrigger, triggerOf } from './github-trigger.ts'
import { claimsText, readClaims } from './template-claims.ts'

type Fields = Readonly<Record<string, string>>

/** What GitHub's answer makes of the fields: names in its own case, numbers, and how the subject is made. */
export function fieldsOfRepository(fields: Fields, repository: GithubRepository): Fields {
  const { owner, name, ownerId, repositoryId } = repository
  const ids = {
    ...(ownerId === null ? {} : { ownerId: String(ownerId) }),
    ...(repositoryId === null ? {} : { repositoryId: String(repositoryId) }),
  }
  return { ...fields, owner, repository: name, ...ids, ...subjectFields(fields, repository) }
}

function subjectFields(
  fields: Fields,
  { subject, owner, name, ownerId, repositoryId }: GithubRepository,
): Fields {
  if (subject.state === 'unknown') return {}
  const { usesDefault, claimKeys, hasIds } = subject
  const identifiers: Fields =
    hasIds === null || (hasIds && (ownerId === null || repositoryId === null))
      ? {}
      : { identifiers: hasIds ? 'ids' : 'names' }
  if (usesDefault) return { ...identifiers, ...withoutTemplate(fields) }
  if (claimKeys === null || claimKeys.length === 0) return identifiers
  const known: Fields = {
    repository: `${owner}/${name}`,
    repository_owner: owner,
    ...(ownerId === null ? {} : { repository_owner_id: String(ownerId) }),
    ...(repositoryId === null ? {} : { repository_id: String(repositoryId) }),
  }
  const field = claimKeys.includes('repo') ? 'template' : 'claims'
  // What a person wrote into the template stays; the choice of runs comes over it.
  const written = readClaims(fields[field] ?? '')
  const values = { ...written, ...known, ...triggerClaims(fields) }
  return {
    ...identifiers,
    entity: field === 'template' ? 'template' : 'keys',
    [field]: claimsText(claimKeys, values),
  }
}

/** A default subject has no template: the runs that one stood for are kept. */
function withoutTemplate(fields: Fields): Fields {
  if (fields['entity'] !== 'template' && fields['entity'] !== 'keys') return {}
  const trigger = triggerOf(fields)
  return trigger === null ? { entity: 'environment' } : fieldsOfTrigger(trigger)
}

/** https://docs.github.com/actions/reference/security/oidc#filtering-for-a-specific-environment */
function triggerClaims({ entity, environment = '', branch = '', tag = '' }: Fields): Fields {
  if (entity === 'environment' && environment !== '') {
    return { context: `environment:${environment}`, environment, ref: '' }
  }
  if (entity === 'branch' && branch !== '') return ofRef(`refs/heads/${branch}`)
  if (entity === 'tag' && tag !== '') return ofRef(`refs/tags/${tag}`)
  return entity === 'pull-request' ? { context: 'pull_request', environment: '', ref: '' } : {}
}

function ofRef(ref: string): Fields {
  return { context: `ref:${ref}`, ref, environment: '' }
}

/** How the subject is made, in a person's words; null where GitHub did not tell. */
export function subjectWords({ subject }: GithubRepository): string | null {
  if (subject.state === 'unknown') return null
  if (!subject.usesDefault) {
    const from = subject.claimKeysFrom === 'organization' ? 'the organisation' : 'this repository'
    return subject.claimKeys === null
      ? 'Its subjects follow a template of their own, which GitHub did not show.'
      : `Its subjects follow a template of ${from}: ${subject.claimKeys.join(', ')}.`
  }
  if (subject.hasIds === null) return null
  return subject.hasIds
    ? 'GitHub says that this repository sends IDs in the subject: a rename breaks nothing, and nobody can reuse the name.'
    : 'GitHub says that this repository sends names alone in the subject: a rename breaks the trust.'
}

/** GitHub told everything that decides how the subject is made. */
export function isSubjectTold({ subject, ownerId, repositoryId }: GithubRepository): boolean {
  if (subject.state === 'unknown' || subject.hasIds === null) return false
  if (subject.hasIds && (ownerId === null || repositoryId === null)) return false
  return subject.usesDefault || subject.claimKeys !== null
}
