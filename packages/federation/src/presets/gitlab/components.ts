import { type FieldRule, refuse } from '../define-preset.ts'
import { readClaimList, writeClaimList } from '../platform/claim-list.ts'
import type { Spelling } from '../platform/template.ts'

/** The first names the project; the parts behind `ref` were seen, not documented. https://docs.gitlab.com/api/projects/ */
const keys: readonly string[] = [
  'project_path',
  'project_id',
  'ref_type',
  'ref',
  'ref_protected',
  'environment_protected',
  'deployment_tier',
]

/** `project_id=1, ref_protected=true` in the form is `project_id:1:ref_protected:true` in the subject. */
export const componentsSpelling: Spelling = {
  write: (list) =>
    readClaimList(list)
      .map(({ key, value }) => `${key}:${value ?? ''}`)
      .join(':'),
  read: (subject) => {
    const texts = subject.split(':')
    const even = texts.filter((_, at) => at % 2 === 0)
    if (texts.length % 2 === 1 || even.some((key) => !keys.includes(key))) return ''
    return writeClaimList(even.map((key, at) => ({ key, value: texts[at * 2 + 1] ?? '' })))
  },
}

/** What keeps a list of components from being one of GitLab's. */
export function componentsRule(field: string): FieldRule {
  return (text) => {
    const parts = readClaimList(text)
    const unknown = parts.find(({ key }) => !keys.includes(key))
    if (unknown !== undefined) {
      return refuse(
        field,
        `GitLab has no component ${JSON.stringify(unknown.key)}.`,
        `Use ${keys.join(', ')}.`,
      )
    }
    if (!/^project_(?:path|id)=/.test(text)) {
      return refuse(
        field,
        'The first component names the project.',
        'Begin with project_path= or project_id=.',
      )
    }
    const broken = parts.find(({ value }) => value === null || !/^[^\s:*?\p{Cc}]+$/u.test(value))
    if (broken === undefined) return null
    return refuse(
      field,
      `${broken.key} has no value that a token could carry: no blanks, colons and wildcards.`,
      `Write ${broken.key}=VALUE.`,
    )
  }
}
