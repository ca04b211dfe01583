import { presets } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { presetFieldNames } from './preset-field-names.ts'

test('an address may fill in every field of every preset, and no other', () => {
  const names = new Set(presets.flatMap(({ fieldKeys }) => fieldKeys))
  expect(presetFieldNames).toEqual([...names].toSorted())
})
