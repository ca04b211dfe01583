import { readClaims } from './template-claims.ts'

type Fields = Readonly<Record<string, string>>

export const triggerKinds = ['environment', 'branch', 'tag', 'pull-request'] as const
export type TriggerKind = (typeof triggerKinds)[number]

/** Which runs a trust is for; `name` is empty for pull requests. */
export interface Trigger {
  readonly kind: TriggerKind
  readonly name: string
}

/** The runs that the fields stand for, also where they are written into a template; null while none is chosen. */
export function triggerOf(fields: Fields): Trigger | null {
  const { entity = '' } = fields
  if (entity === 'template' || entity === 'keys') {
    return triggerOfClaims(readClaims(fields[entity === 'keys' ? 'claims' : 'template'] ?? ''))
  }
  if (entity === 'pull-request') return { kind: entity, name: '' }
  const kind = triggerKinds.find((known) => known === entity)
  const name = kind === undefined ? '' : (fields[kind] ?? '')
  return kind === undefined || name === '' ? null : { kind, name: withoutRef(kind, name) }
}

/** The fields that make a trust for these runs. */
export function fieldsOfTrigger({ kind, name }: Trigger): Fields {
  return kind === 'pull-request' ? { entity: kind } : { entity: kind, [kind]: name }
}

/** A template without any of these holds for every run. https://docs.github.com/actions/reference/security/oidc */
export function templateTellsRuns(keys: readonly string[]): boolean {
  return keys.some((key) => key === 'context' || key === 'environment' || key === 'ref')
}

function triggerOfClaims(claims: Fields): Trigger | null {
  const { context = '', environment = '', ref = '' } = claims
  const text = context !== '' ? context : environment !== '' ? `environment:${environment}` : `ref:${ref}`
  if (text === 'pull_request') return { kind: 'pull-request', name: '' }
  const found =
    /^(?:environment:(?<environment>.+)|ref:refs\/heads\/(?<branch>.+)|ref:refs\/tags\/(?<tag>.+))$/s.exec(
      text,
    )
  for (const kind of triggerKinds) {
    const name = found?.groups?.[kind]
    if (name !== undefined) return { kind, name }
  }
  return null
}

function withoutRef(kind: TriggerKind, name: string): string {
  const start = kind === 'branch' ? 'refs/heads/' : 'refs/tags/'
  return kind !== 'environment' && name.startsWith(start) ? name.slice(start.length) : name
}
