import { explainError } from '@trustwright/federation'
import { unwrapped } from './case-text.ts'

/** The text, or the same with its lines joined where an error's values are read only then. */
export function readable(pasted: string): string {
  const { code, quoted } = explainError(pasted)
  if (code === null || Object.keys(quoted).length > 0) return pasted
  const joined = unwrapped(pasted)
  return Object.keys(explainError(joined).quoted).length > 0 ? joined : pasted
}
