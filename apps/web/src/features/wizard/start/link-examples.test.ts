import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WizardSearch } from '../../../search.ts'
import { setUpOfDraft } from '../review/set-up-of-draft.ts'
import { linkSources, wizardPrefill } from './wizard-prefill.ts'

const guide = readFileSync(new URL('../../../../../../docs/links.md', import.meta.url), 'utf8')
const examples = guide.match(/^\/new\?.*$/gm) ?? []

test.each(examples)('the guide’s link is understood whole: %s', (link) => {
  const search = Object.fromEntries(new URLSearchParams(link.slice('/new?'.length)))
  expect(Object.keys(search).filter((name) => !Object.hasOwn(WizardSearch.shape, name))).toEqual([])
  const { body, problems } = wizardPrefill(search, 'public')
  expect(problems).toEqual([])
  expect(body === null ? null : setUpOfDraft(body, 'public').missing?.step).toBe('identity')
})

test('the guide has an example of each short name, and names them all', () => {
  for (const source of Object.keys(linkSources)) {
    expect(
      examples.some((link) => link.includes(`src=${source}&`)),
      source,
    ).toBe(true)
    expect(guide).toContain(`\`${source}\``)
  }
})
