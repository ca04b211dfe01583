import { textAt } from '../../../../paste/values.ts'
import type { Cause } from '../../../cause.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import type { Presented } from '../../../claims/presented.ts'
import { letterCase } from './letter-case.ts'

/** Default subjects of GitLab. https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
const subjectOfProject = /^project_path:(?<group>[^:]+)\/(?<name>[^/:]+):(?<run>.+)$/s

/** A project whose path changed: its tokens carry the new one, and their `project_id` stays. */
export const gitlab: PairRule = (pair) => {
  const { subject, presented } = pair
  const [stored, token] = [projectOf(subject?.stored), projectOf(subject?.presented)]
  if (stored === null || token === null || same(stored.path, token.path)) return []
  const [isName, isGroup] = [same(stored.name, token.name), same(stored.group, token.group)]
  if (!isName && !isGroup) return []
  const cases = letterCase(pair, [
    [stored.group, token.group],
    [stored.name, token.name],
    [stored.run, token.run],
  ])
  const why = isName
    ? 'The project was moved, a group above it was renamed, or this is a fork.'
    : 'The project was renamed, or this is another one of the same group.'
  const id = projectIdWords(presented)
  const moved = pairCause(pair, 'subject', 'gitlab-moved', {
    certainty: isName ? 'likely' : 'possible',
    text: `This pipeline does not match: the trust is for ${stored.path}, and the token is of ${token.path}. ${why}`,
    ...(id === null ? {} : { evidence: id }),
    fix: `If ${token.path} may use this identity, create a trust for it, and delete the old one when it works.`,
    action: 'create',
  })
  const run: readonly Cause[] = same(stored.run, token.run)
    ? []
    : [
        pairCause(pair, 'subject', 'entity-other-value', {
          certainty: 'possible',
          text: 'This run does not match either: it is of another branch or tag than the trust names.',
          evidence: `“${stored.run}” is stored, “${token.run}” presented`,
          fix: 'Create a trust for this run too, or run as the one that is trusted.',
          action: 'create',
        }),
      ]
  return [...cases, moved, ...run]
}

/** The path of the project that a default subject names, or the start of a pattern over one. */
export function projectPathOf(subject: string): string | null {
  return projectOf(subject)?.path ?? null
}

/** What the token says about the project itself; null where that is not known. */
export function projectIdWords({ claims }: Presented): string | null {
  const id = textAt(claims, 'project_id')
  return id === undefined
    ? null
    : `The token’s project_id is ${id.slice(0, 40)}, which a project keeps when its path changes`
}

function projectOf(subject: string | undefined) {
  const { group = '', name = '', run = '' } = subjectOfProject.exec(subject ?? '')?.groups ?? {}
  return group === '' ? null : { group, name, run, path: `${group}/${name}` }
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
