import { expect, test } from 'vitest'
import { proofLook } from './proof-look.ts'

test.each([
  ['prove', false, null],
  ['prove', true, null],
  ['overview', true, 'secondary'],
  ['access', false, 'secondary'],
  ['code', false, 'secondary'],
  ['overview', false, 'primary'],
] as const)('on %s, changing: %s, the way to the proof is %s', (tab, isChanging, look) => {
  expect(proofLook(tab, isChanging)).toBe(look)
})
