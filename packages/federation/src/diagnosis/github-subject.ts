import { isTemplateKey } from '../presets/github/facts.ts'

/** `repo:owner@1/name@2` in its pieces. */
export interface GithubRepository {
  readonly owner: string
  readonly ownerId: string | null
  readonly repository: string
  readonly repositoryId: string | null
}

/** One piece of a subject: `environment:prod`; `pull_request` has no value. */
export interface GithubPart {
  readonly key: string
  readonly value: string | null
}

export interface GithubSubject {
  readonly repository: GithubRepository | null
  readonly parts: readonly GithubPart[]
  /** The text from which on GitHub's form is lost; null when the whole subject has it. */
  readonly lostAt: string | null
}

const repositoryPattern = /^([^/@:\s]+)(?:@(\d+))?\/([^/@:\s]+)(?:@(\d+))?$/

/** Reads `owner@1/name@2`, with or without `repo:` before it. */
export function readRepository(text: string): GithubRepository | null {
  const [, owner, ownerId = null, repository, repositoryId = null] =
    repositoryPattern.exec(text.replace(/^repo:/, '')) ?? []
  return owner === undefined || repository === undefined ? null : { owner, ownerId, repository, repositoryId }
}

export function nameOf({ owner, repository }: GithubRepository): string {
  return `${owner}/${repository}`
}

/** The subject's pieces in their order, as far as GitHub's form reaches. https://docs.github.com/en/actions/reference/security/oidc */
export function readGithubSubject(subject: string): GithubSubject {
  const words = subject.split(':')
  const parts: GithubPart[] = []
  let repository: GithubRepository | null = null
  for (let at = 0; at < words.length;) {
    const [key = '', value] = words.slice(at, at + 2)
    if (key === 'pull_request') {
      parts.push({ key, value: null })
      at += 1
      continue
    }
    if (key === 'repo') repository = readRepository(value ?? '')
    const isKnown = key === 'repo' ? repository !== null : isTemplateKey(key)
    if (!isKnown || value === undefined || value === '' || !isRef(key, value)) {
      return { repository, parts, lostAt: words.slice(at).join(':') }
    }
    parts.push({ key, value })
    at += 2
  }
  return { repository, parts, lostAt: null }
}

/** A pattern is judged elsewhere. */
function isRef(key: string, value: string): boolean {
  return key !== 'ref' || value.includes('*') || /^refs\/(?:heads|tags|pull)\/./.test(value)
}

/** What narrows the run: an environment, a ref or any pull request. */
export function contextOf({ parts }: GithubSubject): GithubPart | null {
  return parts.find(({ key }) => key === 'environment' || key === 'ref' || key === 'pull_request') ?? null
}

/** `environment prod`, `branch main`, `tag v1` or `pull requests`, as people say it. */
export function contextWords({ key, value }: GithubPart): string {
  if (key === 'pull_request') return 'pull requests'
  if (key === 'environment') return `environment ${value ?? ''}`
  const [, kind, name] = /^refs\/(heads|tags)\/(.*)$/s.exec(value ?? '') ?? []
  if (kind === undefined) return `ref ${value ?? ''}`
  return `${kind === 'heads' ? 'branch' : 'tag'} ${name ?? ''}`
}

/** The subject with other pieces in the place of its own. */
export function writeGithubSubject(parts: readonly GithubPart[]): string {
  return parts.map(({ key, value }) => (value === null ? key : `${key}:${value}`)).join(':')
}
