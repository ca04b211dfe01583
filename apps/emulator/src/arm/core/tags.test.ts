import { afterAll, expect, test } from 'vitest'
import { errorOf, startArm } from '../testing/testing-client.ts'
import { payGroup, payIdentity } from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`t${at}`, 'x']))

test.each<[what: string, tags: unknown, code: string, words: string]>([
  ['51 pairs', many(51), 'InvalidTags', "Too many tags specified. Requested tag count - '51'."],
  ['a name of 513', { ['n'.repeat(513)]: 'x' }, 'InvalidTagName', 'Tag key too large.'],
  ['a value of 257', { env: 'v'.repeat(257) }, 'InvalidTagValueLength', 'Tag value too large.'],
  ['no name', { ' ': 'x' }, 'InvalidTagName', 'The tag name must be non-null'],
  ['a slash', { 'a/b': 'x' }, 'InvalidTagNameCharacters', "The tag names 'a/b' have reserved characters"],
  ['a backslash', { [String.raw`a\b`]: 'x' }, 'InvalidTagNameCharacters', 'The tag names'],
  ['a control character', { 'a\u0001': 'x' }, 'InvalidTagNameCharacters', 'The tag names'],
  ['a number', { env: 1 }, 'InvalidRequestContent', 'The request content was invalid'],
])('tags with %s are refused on groups and identities', async (_, tags, code, words) => {
  for (const path of [payGroup, payIdentity]) {
    const answer = errorOf(await arm.call('PATCH', path, { body: { tags } }))
    expect(answer).toMatchObject({ status: 400, code })
    expect(answer.message).toContain(words)
  }
})

test('what the limits allow is taken', async () => {
  for (const tags of [many(50), { ['n'.repeat(512)]: 'v'.repeat(256) }, { 'hidden-link:/a/b': 'Resource' }]) {
    expect(await arm.call('PATCH', payIdentity, { body: { tags } })).toMatchObject({
      status: 200,
      body: { tags },
    })
  }
})
