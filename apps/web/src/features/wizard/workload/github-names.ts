import type { GithubEnvironment, GithubEnvironmentList } from '@trustwright/shared-schemas'
import { problemText } from '../../../api/problem-text.ts'

export interface NamedChoice {
  readonly name: string
  /** What to know beside the name; may be empty. */
  readonly note: string
}

/** Environments with what guards them. */
export function environmentNames(environments: readonly GithubEnvironment[]): readonly NamedChoice[] {
  return environments.map(({ name, needsApproval }) => ({
    name,
    note: needsApproval === true ? 'needs approval' : '',
  }))
}

/** The one name that differs from what was typed in its capitals alone; null where none does, or where it is one of them. */
export function sameButForCase(typed: string, names: readonly string[]): string | null {
  if (names.includes(typed)) return null
  const found = names.filter((name) => name.toLowerCase() === typed.toLowerCase())
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The names to show: the default first, what was typed into the search, and always the chosen one. */
export function shownNames(
  names: readonly NamedChoice[],
  { first, search, chosen, most }: { first: string | null; search: string; chosen: string; most: number },
): readonly NamedChoice[] {
  const wanted = search.trim().toLowerCase()
  const listed =
    first === null || names.some(({ name }) => name === first) ? names : [{ name: first, note: '' }, ...names]
  const sorted = [
    ...listed.filter(({ name }) => name === first).map(({ name }) => ({ name, note: 'default' })),
    ...listed.filter(({ name }) => name !== first),
  ]
  const found = sorted.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, most)
  const typed = search.trim()
  const byHand = [chosen, typed].filter((name) => name !== '' && !found.some((one) => one.name === name))
  return [
    ...found,
    ...[...new Set(byHand)].map((name) => ({
      name,
      note: names.some((one) => one.name === name) ? '' : 'not listed by GitHub',
    })),
  ]
}

/** What to know before choosing. */
export function environmentHelp(list: GithubEnvironmentList | undefined, error: unknown): string {
  if (error !== null && error !== undefined) {
    return `${problemText(error).title}, so its environments are not listed. Name one by hand.`
  }
  if (list === undefined) return 'Reading its environments and branches.'
  return list.environments.length > 0
    ? 'An environment is the narrowest: its rules decide which jobs get in.'
    : 'GitHub shows no environment. One with an approver would be the narrowest.'
}
