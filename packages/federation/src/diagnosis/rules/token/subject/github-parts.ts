import { type GithubPart, type GithubSubject, readGithubSubject } from '../../../github-subject.ts'

export type GithubKind = 'environment' | 'branch' | 'tag' | 'pull request' | 'ref'

/** The run that a subject names. */
export interface GithubRun {
  readonly kind: GithubKind
  readonly name: string
}

/** Null when it is no whole subject of GitHub. */
export function readWholeSubject(subject: string): GithubSubject | null {
  if (subject.length > 2000) return null
  const read = readGithubSubject(subject)
  return read.lostAt === null ? read : null
}

/** Environment beats pull request, which beats ref: a job's token names one of them. */
export function runOf({ parts }: GithubSubject): GithubRun | null {
  const environment = valueOf(parts, 'environment')
  if (environment !== undefined) return { kind: 'environment', name: environment }
  if (parts.some(({ key }) => key === 'pull_request')) return { kind: 'pull request', name: '' }
  const ref = valueOf(parts, 'ref')
  if (ref === undefined) return null
  const [, kind, name = ''] = /^refs\/(heads|tags|pull)\/(.*)$/s.exec(ref) ?? []
  if (kind === undefined) return { kind: 'ref', name: ref }
  return { kind: kind === 'heads' ? 'branch' : kind === 'tags' ? 'tag' : 'ref', name }
}

/** `branch “main”`, `pull_request`. */
export function wordsOfRun({ kind, name }: GithubRun): string {
  return kind === 'pull request' ? 'pull_request' : `${kind} “${name}”`
}

/** Claims that say which run it is. */
export function isRunKey(key: string): boolean {
  return key === 'environment' || key === 'ref' || key === 'pull_request'
}

/** The value of the first part of this name; undefined when there is none. */
export function valueOf(parts: readonly GithubPart[], key: string): string | undefined {
  return parts.find((part) => part.key === key)?.value ?? undefined
}
