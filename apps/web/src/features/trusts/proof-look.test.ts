import { expect, test } from 'vitest'
import { proofLook } from './proof-look.ts'

test.each([
  ['prove', false, null],
  ['prove', true, null],
  ['overview', true, 'secondary'],
  ['access', false, 'secondary'],
  ['code', false, 'secondary'],
  ['overview', false, 'primary'],
] as const)('on %s, with a form open: %s, the way to the proof is %s', (tab, hasFormOpen, look) => {
  expect(proofLook(tab, hasFormOpen)).toBe(look)
})
