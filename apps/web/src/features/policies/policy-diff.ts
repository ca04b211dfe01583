import type { PolicySet } from '@trustwright/shared-schemas'
import type { PrincipalNames } from '../../components/principal-names.ts'
import { policySentences } from './policy-sentences.ts'

export interface PolicyChange {
  readonly key: string
  readonly title: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Sentences that stood there before, and that stand there after. */
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

/** What differs between two sets of rules, rule by rule. */
export function policyDiff(
  before: PolicySet,
  after: PolicySet,
  people: PrincipalNames,
): readonly PolicyChange[] {
  const old = linesById(before, people)
  const now = linesById(after, people)
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const gone = (was?.lines ?? []).filter((line) => is?.lines.includes(line) !== true)
    const come = (is?.lines ?? []).filter((line) => was?.lines.includes(line) !== true)
    if (gone.length + come.length === 0) return []
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    return [{ key, title: is?.title ?? was?.title ?? key, kind, gone, come }]
  })
}

function linesById({ knownAudiences, knownIssuers, policies }: PolicySet, people: PrincipalNames) {
  const rules = policies.map(
    (policy) =>
      [
        policy.id,
        { title: policy.title, lines: [`Title: ${policy.title}.`, ...policySentences(policy, people)] },
      ] as const,
  )
  const known = (what: string, values: readonly string[] | undefined) =>
    values === undefined ? [] : [[what, { title: what, lines: values }] as const]
  return new Map<string, { readonly title: string; readonly lines: readonly string[] }>([
    ...rules,
    ...known('Known issuers', knownIssuers),
    ...known('Known audiences', knownAudiences),
  ])
}
