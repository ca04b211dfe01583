import { limits } from '@trustwright/shared-schemas'

/**
 * A name that Azure accepts, made from parts: what it does not allow becomes `-`. A name that is too long is cut; it and a
 * name that lost letters outside ASCII end in a hash of the whole, so that names which differ in what is left out stay
 * apart. The same parts give the same name.
 */
export function nameFrom(parts: readonly string[]): string {
  const whole = parts.join('-')
  const clean = whole
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-_]+|-+$/g, '')
  const hash = hashOf(whole)
  if (clean.length < limits.nameMinLength) return `trust-${hash}`
  if (clean.length <= limits.nameMaxLength && /^[ -~]*$/.test(whole)) return clean
  return `${clean.slice(0, limits.nameMaxLength - hash.length - 1).replace(/-+$/, '')}-${hash}`
}

/** FNV-1a, 32 bits, as 8 hexadecimal digits: tells names apart, protects nothing. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
