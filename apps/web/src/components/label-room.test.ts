import { expect, test } from 'vitest'
import { roomFor } from './label-room.ts'

const piece = (text: string, label = '') => ({ text, label })

test('a value needs the width of its letters', () => {
  expect(roomFor([piece('x'.repeat(15), 'a')])).toBe(160)
  expect(roomFor([piece('x'.repeat(16), 'a')])).toBe(240)
})

test('a label that is longer than the last piece counts, or it would leave the card', () => {
  expect(roomFor([piece('repo:oct/a:'), piece('dev')])).toBe(160)
  expect(roomFor([piece('repo:oct/a:'), piece('dev', 'environment')])).toBe(240)
})

test('a piece that is still empty needs the room of its dots', () => {
  expect(roomFor([piece('x'.repeat(13)), piece('', 'a')])).toBe(240)
})

test('a value that fits on no page has room nowhere', () => {
  expect(roomFor([piece('x'.repeat(141), 'a')])).toBeNull()
})
