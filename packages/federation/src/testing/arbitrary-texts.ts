import * as fc from 'fast-check'

const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')
const mixed = letters.concat(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'))

function word(characters: readonly string[], maxLength: number) {
  return fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength })
}

/** Small letters, digits and single hyphens inside. */
export const label = fc
  .array(word(letters, 12), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('-'))

export const mixedName = word([...mixed, '_', '-'], 40)

export const number = fc.integer({ min: 1, max: 2_000_000_000 }).map(String)

export const lowerGuid = fc.uuid()

export const hostName = fc.tuple(label, label).map(([first, second]) => `${first}.${second}.fabrikam.com`)

/** A name in a person's own words: blanks and any script, without what parts a subject or a path. */
export const freeName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => text === text.trim() && text !== '' && !/[\p{Cc}:/*]/u.test(text))

/** A branch or tag by its short name. */
export const refName = fc
  .array(word([...mixed, '_', '-', '+', '@', '#', "'"], 20), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'))
  .filter((name) => !/^-|^@$/.test(name))

/** An environment of GitHub. */
export const environment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(
    (text) =>
      text === text.trim() &&
      text !== '' &&
      text.length <= 150 &&
      !/[\p{Cc}*?\u00ad\u200b\u200e\u200f\u2060\ufeff]|%3A/u.test(text),
  )

export const issuer = fc
  .tuple(label, fc.constantFrom('', '/', '/id/A1B2', '/path/'))
  .map(([host, path]) => `https://oidc.${host}.fabrikam.com${path}`)

export const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })
