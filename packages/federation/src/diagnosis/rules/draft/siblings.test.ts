import { expect, test } from 'vitest'
import { checkTrust } from '../../check-trust.ts'
import { rightTrust, saidOf } from '../../../testing/said.ts'

const same = { ...rightTrust, name: 'other' }

test.each([
  [{ ...rightTrust, subject: 'repo:octo-org/shop:pull_request' }, 'name-taken'],
  [same, 'claims-taken'],
  [{ ...same, subject: 'repo:Octo-org/shop:environment:production' }, 'subject-case'],
  [{ ...same, issuer: `${rightTrust.issuer}/` }, 'issuer-slash'],
])('beside %j the trust is told', (sibling, code) => {
  expect(saidOf({}, { siblings: [sibling] })).toEqual([code])
})

test.each([
  [{ ...same, subject: 'repo:octo-org/shop:pull_request' }],
  [{ ...same, issuer: 'https://gitlab.com' }],
])('beside %j it is right', (sibling) => {
  expect(saidOf({}, { siblings: [sibling] })).toEqual([])
})

test('an update is not in its own way', () => {
  expect(saidOf({}, { siblings: [rightTrust], operation: 'update' })).toEqual([])
})

test('the twenty-first is refused, the twentieth not', () => {
  const others = Array.from({ length: 20 }, (_, at) => ({
    ...same,
    name: `other-${at}`,
    subject: `repo:octo-org/a${at}:pull_request`,
  }))
  expect(saidOf({}, { siblings: others })).toEqual(['limit-reached'])
  expect(saidOf({}, { siblings: others.slice(1) })).toEqual([])
})

test('the same trust on another identity is told without alarm', () => {
  const { causes } = checkTrust(rightTrust, { otherParents: [{ name: 'id-shop', trusts: [same] }] })
  expect(causes.map(({ code, severity }) => [code, severity])).toEqual([['claims-elsewhere', 'info']])
})
