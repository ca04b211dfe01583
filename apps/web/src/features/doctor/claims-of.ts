import { explainError, readPresented } from '@trustwright/federation'
import { readable } from './readable.ts'

/** The claims that a text tells, to look for the trusts most alike; none where it tells none. */
export function claimsOf(pasted: string): readonly string[] {
  const text = readable(pasted)
  const read = readPresented(text)
  const { issuer, subject, audience } =
    'problem' in read
      ? explainError(text).quoted
      : { issuer: read.issuer, subject: read.subject, audience: read.audiences?.[0] }
  return [issuer, subject, audience].filter((claim) => claim !== undefined)
}
