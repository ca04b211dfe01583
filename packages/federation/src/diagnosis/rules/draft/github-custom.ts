import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import {
  contextOf,
  type GithubPart,
  type GithubSubject,
  readGithubSubject,
  writeGithubSubject,
} from '../../github-subject.ts'
import { templateInForce } from '../../github-template.ts'

const contextKeys = ['environment', 'ref', 'pull_request']

/** The order of claims in the subject against the template in force. */
export const githubCustom: DraftRule = (draft) => {
  if (draft.issuerPlatform !== 'github') return []
  const read = readGithubSubject(draft.subject)
  const template = templateInForce(draft.github)
  if (template === null || read.lostAt !== null || read.parts.length === 0) return []
  const keys = template === 'default' ? ['repo', 'context'] : template
  if (follows(read, keys)) return []
  return [template === 'default' ? noTemplate(draft, read) : otherTemplate(draft, read, keys)]
}

function follows({ parts }: GithubSubject, keys: readonly string[]): boolean {
  return (
    parts.length === keys.length &&
    keys.every((key, at) => {
      const stored = parts[at]?.key ?? ''
      return stored === key || (key === 'context' && contextKeys.includes(stored))
    })
  )
}

function noTemplate(draft: DraftView, read: GithubSubject): Cause {
  const wanted = assemble(draft, read, ['repo', 'context'])
  return causeOf('github-no-template', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: 'No token would match: the repository has not opted in to a template, so it sends the default format (use_default), and an organization’s template alone changes nothing.',
    evidence: `Stored claims: ${keysOf(read)} — in force: repo, context`,
    fix: `Write ${wanted.text}`,
    ...setTo(wanted),
  })
}

function otherTemplate(draft: DraftView, read: GithubSubject, keys: readonly string[]): Cause {
  const wanted = assemble(draft, read, keys)
  return causeOf('github-template', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: `No token would match: the repository has a custom subject template of ${keys.join(', ')}, and the trust follows another one.`,
    evidence: `Stored claims: ${keysOf(read)} — include_claim_keys: ${keys.join(', ')}`,
    fix: `Write the claims in the template’s order: ${wanted.text}`,
    ...setTo(wanted),
  })
}

function keysOf({ parts }: GithubSubject): string {
  return parts.map(({ key }) => key).join(', ')
}

interface Assembled {
  readonly text: string
  readonly isWhole: boolean
}

function setTo({ text, isWhole }: Assembled): Pick<Cause, 'action'> {
  return isWhole ? { action: { kind: 'set', field: 'subject', value: text } } : {}
}

/** The subject by a list of claims, with what is known; capitals stand for what is not. */
function assemble(draft: DraftView, read: GithubSubject, keys: readonly string[]): Assembled {
  const parts = keys.map((key) => partFor(draft, read, key))
  return {
    text: writeGithubSubject(parts.map((part, at) => part ?? { key: keys[at] ?? '', value: 'VALUE' })),
    isWhole: parts.every((part) => part !== null),
  }
}

function partFor({ github }: DraftView, read: GithubSubject, key: string): GithubPart | null {
  if (key === 'context') return contextFor(github.jobEnvironment, github.jobRef, read)
  const stored = read.parts.find((part) => part.key === key)
  if (key === 'repo') {
    const name = github.subClaimPrefix ?? github.canonicalRepository ?? github.repository
    const value = name?.replace(/^repo:/, '') ?? stored?.value
    return value === undefined || value === null ? null : { key, value }
  }
  const name = github.canonicalRepository ?? github.repository ?? nameIn(read)
  const value =
    {
      repository_id: github.repositoryId ?? read.repository?.repositoryId,
      repository_owner_id: github.repositoryOwnerId ?? read.repository?.ownerId,
      repository: name,
      repository_owner: name?.split('/')[0],
      environment: github.jobEnvironment,
      ref: github.jobRef,
    }[key] ?? stored?.value
  return value === undefined || value === null ? null : { key, value }
}

function nameIn({ repository }: GithubSubject): string | undefined {
  return repository === null ? undefined : `${repository.owner}/${repository.repository}`
}

function contextFor(
  environment: string | undefined,
  ref: string | undefined,
  read: GithubSubject,
): GithubPart | null {
  if (environment !== undefined && environment !== '') return { key: 'environment', value: environment }
  return contextOf(read) ?? (ref === undefined ? null : { key: 'ref', value: ref })
}
