import { expect, test } from 'vitest'
import { uniqueString } from './unique-string.ts'

/** Recorded by others from `uniqueString()` of Bicep. */
const recorded: [values: string[], result: string][] = [
  [['test'], 'rbgf3xv4ufgzg'],
  [['hello', 'world'], 'a7wkljktk6wne'],
  [['abc'], 'cgtzqvhu4i23s'],
  [['foo', 'bar', 'baz'], 'xzi4ioaxtmth4'],
  [['/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/my-rg'], 'bmg7c6xu4tw46'],
]

test.each(recorded)('uniqueString of %j is %s', (values, result) => {
  expect(uniqueString(values)).toBe(result)
})
