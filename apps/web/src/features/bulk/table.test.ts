import { understandPaste } from '@trustwright/federation'
import type { SetUpItemProgress } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { refusedCsv, resultCsv } from './bulk-csv.ts'
import { problemWords } from './bulk-row.ts'
import { compileRow } from './compile-row.ts'
import { matrixRows } from './matrix-rows.ts'
import { readTable } from './read-table.ts'
import { columnsProblem, guessColumns } from './table-columns.ts'
import { tableRows } from './table-rows.ts'

const understand = (text: string) => understandPaste(text, { cloud: 'public' })

function rowsOf(text: string) {
  const { table, problem } = readTable(text)
  if (table === null) throw new Error(problem)
  return tableRows({ table, map: guessColumns(table.columns), cloud: 'public', understand }).map((row) =>
    compileRow(row, 'public'),
  )
}

test.each([
  ['commas', 'repository,environment\ncontoso/pay-api,prod'],
  ['semicolons and a byte order mark', '\ufeffRepository;Environment\r\ncontoso/pay-api;prod\r\n'],
  ['tabs, as a spreadsheet copies them', 'Repo\tEnv\ncontoso/pay-api\tprod'],
  ['quotes', '"repository","environment"\n"contoso/pay-api","prod"'],
  ['empty lines between', '\nrepository,environment\n\n\ncontoso/pay-api,prod\n\n'],
  ['owner apart', 'org,repo,env\ncontoso,pay-api,prod'],
  ['an address', 'url,environment\nhttps://github.com/contoso/pay-api/tree/main,prod'],
  ['a remote of git', 'repository,environment\ngit@github.com:contoso/pay-api.git,prod'],
  ['claims', 'iss,sub\nhttps://token.actions.githubusercontent.com,repo:contoso/pay-api:environment:prod'],
])('a table with %s gives the same trust', (_, text) => {
  const rows = rowsOf(text)
  expect(rows.map(({ problems }) => problems)).toEqual([[]])
  expect(rows[0]?.trusts).toMatchObject([{ subject: 'repo:contoso/pay-api:environment:prod' }])
})

test('a quoted cell keeps its delimiter, its quotes and its line break', () => {
  const { table } = readTable('repository,description\ncontoso/pay-api,"a, ""b""\nc"')
  expect(table?.rows[0]?.cells).toEqual(['contoso/pay-api', 'a, "b"\nc'])
})

test.each([
  ['nothing', '  \n', 'There is nothing in it yet.'],
  ['a head alone', 'repository,environment\n', 'There is a head and no row below it.'],
  [
    'a quote left open',
    'repository,environment\n"contoso/pay-api,prod\n',
    'opens a quote that nothing closes',
  ],
  ['10,001 rows', `repository\n${'contoso/a\n'.repeat(10_001)}`, 'There are 10001 rows'],
])('a table with %s is refused with words', (_, text, words) => {
  expect(readTable(text).problem).toContain(words)
})

test.each([
  ['repository,environment\ncontoso/pay-api,', 'Row 2, environment: It is empty'],
  ['repository,environment\nnonsense,prod', 'Row 2, repository: This names no repository'],
  [
    'repository,environment\nhttps://gitlab.com/contoso/pay,prod',
    'Row 2, repository: This is not a GitHub repository',
  ],
  ['repository,environment,branch\ncontoso/pay-api,prod,main', 'Row 2, environment: The row has several of'],
  ['repository,environment,name\ncontoso/pay-api,prod,a b', 'Row 2, name:'],
  ['repository,environment\ncontoso/pay-api,prod,more', 'Row 2: It has 3 cells and the head 2'],
  ['issuer,subject\nhttps://oidc.fabrikam.com,', 'Row 2, subject: It is empty'],
  ['issuer,subject\nhttp://oidc.fabrikam.com,job', 'Row 2, issuer:'],
  ['repository,branch\ncontoso/pay-api,release/*', 'Row 2, branch:'],
])('%j is refused at its row and cell', (text, words) => {
  const [row] = rowsOf(text)
  expect(row?.trusts).toEqual([])
  expect(problemWords(row?.row.number ?? 0, row?.problems[0] ?? { field: '', message: '' })).toContain(words)
})

test('one wrong row leaves the others, and keeps its number in the file', () => {
  const rows = rowsOf('repository,environment\ncontoso/a,prod\n\nwrong,prod\ncontoso/b,prod')
  expect(rows.map(({ row, problems }) => [row.number, problems.length])).toEqual([
    [2, 0],
    [4, 1],
    [5, 0],
  ])
})

test('a formula is text in what is read, and defused in what is written and read again', () => {
  const wild = '=HYPERLINK("https://fabrikam.com")'
  const [row] = rowsOf(`repository,environment\n"${wild.replaceAll('"', '""')}",prod`)
  if (row === undefined) throw new Error('no row')
  expect(row.row.cells[0]).toBe(wild)
  const csv = refusedCsv(['repository', 'environment'], [{ row: row.row, problems: row.problems }])
  expect(csv).toContain(`"'=HYPERLINK`)
  expect(readTable(csv).table?.rows[0]?.cells[0]).toBe(wild)
})

test('the refused rows as a file hold every cell, the row and the reason', () => {
  const [row] = rowsOf('repository,environment,note\nwrong,prod,"keep, me"')
  if (row === undefined) throw new Error('no row')
  const csv = refusedCsv(['repository', 'environment', 'note'], [{ row: row.row, problems: row.problems }])
  expect(csv.split('\r\n')[1]).toMatch(/^wrong,prod,"keep, me",2,"repository: This names no repository/)
})

test.each([
  [['repository'], 'Say which column holds the environment'],
  [['environment'], 'Say which column holds the repository'],
  [['issuer', 'name'], 'Say which column holds the repository'],
])('columns %j are too few: %s', (columns, words) => {
  expect(columnsProblem(guessColumns(columns))).toContain(words)
})

test.each([[['repo', 'env']], [['Issuer', 'Subject']], [['URL', 'Branch', 'note']]])(
  'columns %j are enough',
  (columns) => {
    expect(columnsProblem(guessColumns(columns))).toBeNull()
  },
)

test('a matrix takes names and addresses, what stands twice once, and keeps what it cannot read', () => {
  const repositories = 'contoso/a, contoso/a\nhttps://github.com/contoso/b\nhalf'
  const { rows } = matrixRows({ repositories, places: 'dev\nprod\nprod', entity: 'branch' }, understand)
  expect(rows.map(({ workload, problems }) => [workload, problems.length])).toEqual([
    ['contoso/a', 0],
    ['contoso/a', 0],
    ['contoso/b', 0],
    ['contoso/b', 0],
    ['half', 1],
    ['half', 1],
  ])
})

test('a matrix of more than 10,000 rows is refused as a whole', () => {
  const many = Array.from({ length: 101 }, (_, index) => `contoso/r${index}`).join('\n')
  const places = Array.from({ length: 100 }, (_, index) => `e${index}`).join('\n')
  expect(matrixRows({ repositories: many, places, entity: 'environment' }, null).problem).toContain(
    '10100 rows',
  )
})

test('the result of a run is one line a step, formulas defused', () => {
  const item: SetUpItemProgress = {
    ordinal: 1,
    key: '2 =contoso/a',
    parent: { kind: 'newApplication', displayName: '=evil' },
    steps: [
      {
        ordinal: 1,
        itemOrdinal: 1,
        kind: 'trust',
        name: 'gh-a',
        state: 'failed',
        code: 'FORBIDDEN',
        detail: 'Not allowed, here.',
        nextStep: null,
        result: null,
        waitingUntil: null,
        startedAt: null,
        finishedAt: null,
      },
    ],
  }
  const line = resultCsv([item]).split('\r\n')[1]
  expect(line).toBe(`2 =contoso/a,"'=evil",trust,gh-a,failed,FORBIDDEN,"Not allowed, here.",,,`)
})
