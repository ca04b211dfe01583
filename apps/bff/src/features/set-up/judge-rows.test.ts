import type { SetUpItem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import { readerOnGroup, rowIn, rowOf, trustOf } from '../../testing/set-up-steps.ts'
import { judgeRows } from './judge-rows.ts'

const judge = (...rows: { key: string }[]) => judgeRows(rows, ['newzealandnorth'])
const row = rowOf('id-pay', ['pay-prod'])
const application: SetUpItem = {
  key: 'app',
  parent: { kind: 'newApplication', displayName: 'Pay' },
  trusts: [{ ...trustOf('pay-prod'), description: 'Deploys' }],
  roles: [],
}

test('rows without a fault are taken as they are', () => {
  const rows = [
    row,
    rowOf('id-shop', ['pay-prod']),
    application,
    { ...application, key: 'app 2', trusts: [] },
  ]
  expect(judge(...rows)).toEqual({ items: rows, refused: [] })
})

const fresh = { resourceGroup: 'rg-new', groupLocation: 'westeurope' }
const withReason = (reason: string) => ({
  ...row,
  roles: readerOnGroup.map((role) => ({ ...role, reason })),
})
const twenty = Array.from({ length: 20 }, (_, index) => `t-${index}`)

test.each<[string, { key: string }[], string, string, RegExp]>([
  ['no parent', [{ ...row, parent: undefined } as never], 'id-pay', 'parent', /missing/],
  [
    'an unknown kind of parent',
    [{ ...row, parent: { kind: 'group' } } as never],
    'id-pay',
    'parent.kind',
    /./,
  ],
  ['a field that there is not', [{ ...row, token: 'x' } as never], 'id-pay', 'token', /no such field/],
  ['a wrong name of a trust', [rowOf('id-pay', ['p'])], 'id-pay', 'trusts.0.name', /at least 3/],
  [
    'an issuer that is no address',
    [{ ...row, trusts: [{ ...trustOf('pay'), issuer: 'http://contoso.com' }] }],
    'id-pay',
    'trusts.0.issuer',
    /https:/,
  ],
  [
    'white space around a subject',
    [{ ...row, trusts: [{ ...trustOf('pay'), subject: ' repo:contoso/pay' }] } as never],
    'id-pay',
    'trusts.0.subject',
    /white space/,
  ],
  [
    'a pattern that Azure refuses',
    [
      {
        ...row,
        trusts: [
          {
            name: 'pay',
            issuer: trustOf('p').issuer,
            expression: "claims['sub'] like 'x'",
            audiences: ['a'],
          },
        ],
      },
    ],
    'id-pay',
    'trusts.0.expression',
    /./,
  ],
  [
    'a description on a managed identity',
    [{ ...row, trusts: [{ ...trustOf('pay'), description: 'x' }] }],
    'id-pay',
    'trusts.0.description',
    /Only trusts of applications/,
  ],
  [
    'a region without trusts',
    [{ ...row, parent: { ...row.parent, location: 'newzealandnorth' } } as never],
    'id-pay',
    'parent.location',
    /does not support trusts/,
  ],
  [
    'a scope that is none',
    [{ ...row, roles: [{ scope: '/', roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' }] }],
    'id-pay',
    'roles.0.scope',
    /scope/,
  ],
  ['a key twice', [row, rowOf('id-shop', [], 'id-pay')], 'id-pay', 'key', /Another row/],
  [
    'the same trust twice',
    [row, rowOf('ID-PAY', ['pay-prod'], 'b')],
    'b',
    'trusts.0',
    /Row “id-pay” asks for the same/,
  ],
  [
    'a name twice with other values',
    [row, { ...rowOf('id-pay', [], 'b'), trusts: [{ ...trustOf('shop'), name: 'PAY-prod' }] }],
    'b',
    'trusts.0.name',
    /Row “id-pay” uses this name/,
  ],
  [
    'a pair under two names',
    [row, { ...rowOf('id-pay', [], 'b'), trusts: [{ ...trustOf('pay-prod'), name: 'other' }] }],
    'b',
    'trusts.0.subject',
    /Row “id-pay” has the same issuer and subject under the name pay-prod/,
  ],
  [
    'a name twice in one row',
    [{ ...row, trusts: [trustOf('pay'), { ...trustOf('shop'), name: 'pay' }] }],
    'id-pay',
    'trusts.1.name',
    /twice/,
  ],
  [
    'a pair twice in one row',
    [{ ...row, trusts: [trustOf('pay'), { ...trustOf('pay'), name: 'pay-2' }] }],
    'id-pay',
    'trusts.1.subject',
    /twice/,
  ],
  ['twenty-one in one row', [rowOf('id-pay', [...twenty, 'one-more'])], 'id-pay', 'trusts', /at most 20/],
  [
    'a twenty-first by a later row',
    [rowOf('id-pay', twenty), rowOf('id-pay', ['one-more'], 'b')],
    'b',
    'trusts.0',
    /more than 20 trusts/,
  ],
  [
    'two locations of one identity',
    [row, { ...rowOf('id-pay', [], 'b'), parent: { ...row.parent, location: 'northeurope' } } as never],
    'b',
    'parent.location',
    /westeurope/,
  ],
  [
    'two regions of one new resource group',
    [
      rowIn(fresh, 'id-pay', []),
      rowIn({ resourceGroup: 'RG-new', groupLocation: 'northeurope' }, 'id-shop', [], 'b'),
    ],
    'b',
    'parent.groupLocation',
    /Row “id-pay” makes this resource group in westeurope/,
  ],
  [
    'a region of a resource group that is none',
    [rowIn({ ...fresh, groupLocation: 'West Europe' }, 'id-pay', [])],
    'id-pay',
    'parent.groupLocation',
    /westeurope/,
  ],
  ['a reason that is empty', [withReason(' ')], 'id-pay', 'roles.0.reason', /Say why/],
  ['a reason in lines', [withReason('a\nb')], 'id-pay', 'roles.0.reason', /control character/],
])('%s is told by the key of its row', (_, rows, key, path, message) => {
  const { refused } = judge(...rows)
  expect(refused).toEqual([{ key, problems: [{ path, message: expect.stringMatching(message) }] }])
})

test('a row that is refused takes nothing from the rows behind it', () => {
  const wrong = { ...rowOf('id-pay', ['pay-prod'], 'wrong'), roles: 'none' }
  expect(judge(wrong, row).items).toEqual([row])
})

test('more than ten thousand trusts are refused as a whole', () => {
  const rows = Array.from({ length: 501 }, (_, index) => rowOf(`id-${index}`, twenty))
  expect(() => judge(...rows)).toThrow(PortalError)
  expect(judge(...rows.slice(1)).items).toHaveLength(500)
})
