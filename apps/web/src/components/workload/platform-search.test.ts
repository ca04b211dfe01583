import { presets } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { findPlatforms } from './platform-search.ts'

const idsOf = (query: string) => findPlatforms(query).flatMap((group) => group.presets.map(({ id }) => id))

test('without words every platform is there once', () => {
  expect(idsOf('').toSorted()).toEqual(presets.map(({ id }) => id).toSorted())
})

test.each([
  ['terraform', ['hcp-terraform']],
  ['  GitLab ', ['gitlab']],
  ['aks', ['aks']],
  ['amazon eks', ['eks']],
  ['pulumi', ['pulumi-deployments', 'pulumi-esc']],
  ['no such platform', []],
  ['.*', []],
])('%j finds %j', (query, ids) => {
  expect(idsOf(query)).toEqual(ids)
})

test('a word of a group finds the group', () => {
  expect(findPlatforms('hosting').map(({ category }) => category)).toContain('hosting')
  expect(findPlatforms('hosting')[0]?.presets.length).toBeGreaterThan(1)
})
