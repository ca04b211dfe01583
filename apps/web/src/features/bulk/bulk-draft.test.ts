import { DraftBody } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { draftTitle } from '../../components/drafts/draft-title.ts'
import { bodyOfBulk, bulkOfBody } from './bulk-draft.ts'
import { emptyBulk, type BulkValues } from './bulk-form.ts'
import { bulkOfRows } from './handed-rows.ts'
import { readTable } from './read-table.ts'

const pages: readonly [string, BulkValues][] = [
  [
    'a matrix with new identities',
    {
      ...emptyBulk,
      repositories: 'contoso/a\ncontoso/b',
      places: 'dev\npre prod',
      entity: 'branch',
      newCount: '3',
      newKind: 'application',
      stem: 'deploy',
      order: 'even',
      askGithub: 'no',
      unanswered: 'out',
      access: [
        {
          scope: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-pay',
          roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
        },
      ],
    },
  ],
  [
    'a table with chosen columns and identities',
    {
      ...emptyBulk,
      source: 'table',
      text: 'what,environment\ncontoso/a,prod\ncontoso/b,',
      chosen: { c0: 'repository', c1: '' },
      existing: [{ kind: 'application', appId: '11111111-1111-4111-8111-111111111111' }],
    },
  ],
]

test.each(pages)('%s comes back from its draft as it was', (_, values) => {
  const body = DraftBody.parse(bodyOfBulk(values, 4))
  expect(bulkOfBody(body)).toEqual(values)
})

test('a table keeps its cells and the numbers of its rows, whatever its delimiter', () => {
  const text = '\ufeffRepo;Env\r\n\r\n"contoso/a";"x; ""y""\nz"\r\n=cmd;prod\r\n'
  const again = bulkOfBody(bodyOfBulk({ ...emptyBulk, source: 'table', text }, 2)).text
  expect(readTable(again)).toEqual(readTable(text))
})

test('a list of drafts tells how many it is about', () => {
  const [matrix, table] = pages.map(([, values]) => draftTitle(bodyOfBulk(values, 1284)))
  expect([matrix, table]).toEqual(['1,284 trusts for repositories', '1,284 trusts from a table'])
})

test('what a newer page wrote stays at its start', () => {
  const body = bodyOfBulk(emptyBulk, 0)
  const odd = { ...body, fields: { runsFrom: 'moon', columns: 'c0=nothing,x=name,c1=name' } }
  expect(bulkOfBody(odd)).toEqual({ ...emptyBulk, chosen: { c1: 'name' } })
})

test('a token in a cell is refused by the contract, so it is never stored', () => {
  const text = `repository,environment\ncontoso/a,eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOmNvbnRvc28ifQ.c2lnbmF0dXJl`
  expect(DraftBody.safeParse(bodyOfBulk({ ...emptyBulk, source: 'table', text }, 1)).success).toBe(false)
})

test('rows of another page become a table with the columns that they fill', () => {
  const row = {
    issuer: 'https://a',
    subject: 'a, "b"',
    name: '',
    audience: '',
    description: '',
    identity: '',
  }
  const { table } = readTable(bulkOfRows([row, { ...row, name: 'two' }]).text)
  expect(table?.columns).toEqual(['name', 'issuer', 'subject'])
  expect(table?.rows.map(({ cells }) => cells)).toEqual([
    ['', 'https://a', 'a, "b"'],
    ['two', 'https://a', 'a, "b"'],
  ])
})
