import type { FieldProblem } from './platform.ts'

export function toProblems(issues: readonly { path: PropertyKey[]; message: string }[]): FieldProblem[] {
  return issues.map(({ path, message }) => ({ field: path.map(String).join('.'), text: message }))
}
