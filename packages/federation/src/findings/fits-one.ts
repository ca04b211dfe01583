import { matchesPattern } from '../expressions/match-pattern.ts'

/** Whether one of the patterns is the text: `*` is any run of characters, also across `/`; beside a `*`, `?` is one character. */
export function fitsOne(text: string, patterns: readonly string[] | undefined): boolean {
  return patterns?.some((pattern) => fits(text, pattern)) === true
}

function fits(text: string, pattern: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === text
  const start = pattern.slice(0, star)
  return (start.includes('?') || text.startsWith(start)) && matchesPattern(pattern, text)
}
