import { emptyDraftBody } from '@trustwright/shared-schemas'
import { afterEach, expect, test } from 'vitest'
import { forgetBody, keepBody, readKeptBody } from './kept-body.ts'

afterEach(() => sessionStorage.clear())

const body = { ...emptyDraftBody, name: 'gh-pay', fields: { owner: 'contoso' } }

test('what was typed is there again for the same person and draft, and for no other', () => {
  keepBody(sessionStorage, 'me', 'd1', { version: 3, body })
  expect(readKeptBody(sessionStorage, 'me', 'd1')).toEqual({ version: 3, body })
  expect(readKeptBody(sessionStorage, 'you', 'd1')).toBeNull()
  expect(readKeptBody(sessionStorage, 'me', 'd2')).toBeNull()
  forgetBody(sessionStorage, 'me', 'd1')
  expect(readKeptBody(sessionStorage, 'me', 'd1')).toBeNull()
})

test('a pasted token is not kept in the tab either', () => {
  const token = `${btoa('{"alg":"RS256"}').replaceAll('=', '')}.${btoa('{"sub":"repo:contoso/pay"}').replaceAll('=', '')}.abc`
  keepBody(sessionStorage, 'me', 'd1', { version: 1, body: { ...body, description: token } })
  expect(sessionStorage.length).toBe(0)
})

test.each(['[]', '{"version":"1"}', '{"version":1,"body":{"name":"x"}}', 'not json'])(
  'what is not a draft is nothing: %s',
  (text) => {
    keepBody(sessionStorage, 'me', 'd1', { version: 1, body })
    sessionStorage.setItem(sessionStorage.key(0) ?? '', text)
    expect(readKeptBody(sessionStorage, 'me', 'd1')).toBeNull()
  },
)
