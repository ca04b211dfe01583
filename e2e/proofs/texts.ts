import * as fc from 'fast-check'

const small = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')
const mixed = [...small, ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')]

function word(characters: readonly string[], maxLength: number) {
  return fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength })
}

/** Small letters, digits and single hyphens inside. */
export const label = fc.array(word(small, 10), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'))

/** A name in an address, in any capitals. */
export const slug = fc
  .tuple(word(mixed, 20), fc.constantFrom('', '-', '_', '.', '--', '.x', '_Y-'))
  .map(([name, end]) => `${name}${end}`)

/** Letters and digits in any capitals. */
export const letters = word(mixed, 20)

export const lowerGuid = fc.uuid()

export const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })

export const hexadecimal = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
    minLength: length,
    maxLength: length,
  })

/** What a shell, a URL, JSON or a pattern could misread. */
const nasty = [
  "it's",
  '"quoted"',
  '$HOME `id` $(id)',
  'back\\slash',
  '100%',
  '%41',
  '[a] {b}',
  '{{c}}',
  'a=b&c=d;e',
  '<f>|#!~^',
  'São Paulo — 東京 🚀',
  'e\u0301 and é',
  '-x --name',
  '@file',
]

/** A name in a person's own words: blanks, any script, any sign but a colon, a slash and the wildcards. */
export const freeName = fc
  .oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }))
  .filter(
    (text) =>
      text === text.trim() && text !== '' && !/[\p{Cc}\p{Cf}\p{Z}:/*?]/u.test(text.replaceAll(' ', '')),
  )

/** A name that may hold colons and slashes, as an environment of GitHub does. */
export const environment = fc
  .tuple(freeName, fc.constantFrom('', ':', '/', ': ', '%3a'), freeName)
  .map((parts) => parts.join(''))

/** A branch or tag by its short name, as far as Git allows. https://git-scm.com/docs/git-check-ref-format */
export const refName = fc
  .array(word([...mixed, '_', '-', '+', '@', '#', "'", '"', '%', '=', '&', '$', ',', 'é', '東'], 16), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('/'))
  .filter((name) => !/^-|^@$|@\{/.test(name))

/** Segments parted by slashes. */
export const path = fc.array(letters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
