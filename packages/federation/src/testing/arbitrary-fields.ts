import * as fc from 'fast-check'
import type { FieldValues, PresetId } from '../model/preset.ts'

const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')
const mixed = letters.concat(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'))
const word = (characters: readonly string[], maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength })
const label = fc.array(word(letters, 12), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'))
const id = fc.integer({ min: 1, max: 2_000_000_000 }).map(String)

const refName = fc
  .array(word([...mixed, '_', '-', '+', '@', '#', "'"], 20), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'))
  .filter((name) => !/^-|^@$/.test(name))

const environment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(
    (text) =>
      text === text.trim() &&
      text !== '' &&
      text.length <= 150 &&
      !/[\p{Cc}*?\u00ad\u200b\u200e\u200f\u2060\ufeff]|%3A/u.test(text),
  )

const entity = fc.oneof(
  environment.map((value) => ({ entity: 'environment', environment: value })),
  refName.map((value) => ({ entity: 'branch', branch: value })),
  refName.map((value) => ({ entity: 'tag', tag: value })),
  fc.constant({ entity: 'pull-request' }),
)

const github = fc
  .tuple(label, word([...mixed, '_', '-'], 40), fc.option(fc.tuple(id, id)), entity)
  .map(([owner, repository, ids, choice]) => ({
    owner: owner.slice(0, 39).replace(/-$/, ''),
    repository,
    identifiers: ids === null ? 'names' : 'ids',
    ...(ids === null ? {} : { ownerId: ids[0], repositoryId: ids[1] }),
    ...choice,
  }))

const issuer = fc
  .tuple(label, fc.constantFrom('', '/', '/id/A1B2', '/path/'))
  .map(([host, path]) => `https://oidc.${host}.fabrikam.com${path}`)

const kubernetes = fc.record({ issuer, namespace: label, serviceAccount: label })

const other = fc.record({
  issuer,
  subject: environment.filter((text) => !text.startsWith('repo:')),
  audience: fc.constantFrom('', 'api://AzureADTokenExchange', 'https://fabrikam.com'),
})

/** Fields that their preset takes, as people would fill them. */
export const rightFields: fc.Arbitrary<readonly [PresetId, FieldValues]> = fc.oneof(
  github.map((fields) => ['github-actions', fields] as const),
  kubernetes.map((fields) => ['kubernetes', fields] as const),
  other.map((fields) => ['other-issuer', fields] as const),
)

/** Anything at all under the keys of the forms. */
export const wildFields = fc.dictionary(
  fc.constantFrom(
    'owner',
    'repository',
    'identifiers',
    'ownerId',
    'repositoryId',
    'entity',
    'environment',
    'branch',
    'tag',
    'issuer',
    'namespace',
    'serviceAccount',
    'subject',
    'audience',
  ),
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'ids',
      'branch',
      'tag',
      'environment',
      'https://oidc.fabrikam.com',
      'https://x//',
      'refs/heads/',
    ),
  ),
)
