import * as fc from 'fast-check'
import type { FieldValues, PresetId } from '../model/preset.ts'
import { presets } from '../presets/presets.ts'
import { platformFields } from './arbitrary-platforms.ts'
import { environment, issuer, label, mixedName, number, refName } from './arbitrary-texts.ts'

const entity = fc.oneof(
  environment.map((value) => ({ entity: 'environment', environment: value })),
  refName.map((value) => ({ entity: 'branch', branch: value })),
  refName.map((value) => ({ entity: 'tag', tag: value })),
  fc.constant({ entity: 'pull-request' }),
  environment
    .filter((text) => !/[,=:]/.test(text))
    .map((value) => ({ entity: 'template', template: `repo, environment=${value}, actor=mona` })),
)

const hosting = fc.oneof(
  fc.constantFrom({}, { hosting: '' }, { hosting: 'github' }),
  label.map((enterprise) => ({ hosting: 'enterprise', enterprise })),
  label.map((subdomain) => ({ hosting: 'ghe', subdomain })),
  label.map((subdomain) => ({ hosting: 'ghe-unique', subdomain })),
)

const github = fc
  .tuple(label, mixedName, fc.option(fc.tuple(number, number)), entity, hosting)
  .map(([owner, repository, ids, choice, where]) => ({
    ...where,
    owner: owner.slice(0, 39).replace(/-$/, ''),
    repository,
    identifiers: ids === null ? 'names' : 'ids',
    ...(ids === null ? {} : { ownerId: ids[0], repositoryId: ids[1] }),
    ...choice,
  }))

const kubernetes = fc.record({ issuer, namespace: label, serviceAccount: label })

const other = fc.record({
  issuer,
  subject: environment.filter((text) => !text.startsWith('repo:')),
  audience: fc.constantFrom('', 'api://AzureADTokenExchange', 'https://fabrikam.com'),
})

/** Fields that each preset takes, as people would fill them. */
export const rightFieldsOf: ReadonlyMap<PresetId, fc.Arbitrary<FieldValues>> = new Map<
  PresetId,
  fc.Arbitrary<FieldValues>
>([['github-actions', github], ['kubernetes', kubernetes], ['other-issuer', other], ...platformFields])

/** A preset and fields that it takes. */
export const rightFields: fc.Arbitrary<readonly [PresetId, FieldValues]> = fc.oneof(
  ...Array.from(rightFieldsOf, ([id, fields]) => fields.map((values) => [id, values] as const)),
)

/** Anything at all under the keys of some form. */
export function wildFields(keys: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...choices, 'main', 'https://oidc.fabrikam.com', 'https://x//', 'refs/heads/'),
  )
  return fc.dictionary(fc.constantFrom(...keys), text)
}

/** Every value of every closed choice, so that each form of the claims is reached. */
const choices = presets.flatMap(({ fieldGuides }) =>
  Object.values(fieldGuides).flatMap(({ options = [] }) => options.map(({ value }) => value)),
)
