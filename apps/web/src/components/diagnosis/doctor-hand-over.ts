import { withoutSignatures } from './without-signatures.ts'

let handed: string | null = null

/**
 * Leaves a text for the doctor, which takes it when it opens next. It lives in this page's memory alone, and the signatures of
 * its tokens are taken out before.
 */
export function handTextOver(text: string): void {
  handed = withoutSignatures(text)
}

/** The text that was left, once; null where there is none. */
export function takeHandedText(): string | null {
  const text = handed
  handed = null
  return text
}
