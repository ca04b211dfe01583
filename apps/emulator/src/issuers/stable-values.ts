import { createHash } from 'node:crypto'

/** Digits that look like an id and are the same each time. */
export function numberOf(text: string): string {
  return String(createHash('sha256').update(text).digest().readUInt32BE(0))
}

/** Forty hexadecimal digits, as commits have. */
export function shaOf(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}
