import { compileTrust } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { compileRow } from './compile-row.ts'
import { matrixRows } from './matrix-rows.ts'
import { planItems } from './plan-items.ts'
import { identitiesNeeded, spreadRows, type StoredTrust, type Target } from './spread-rows.ts'

function matrix(repositories: number, places: readonly string[]) {
  const names = Array.from({ length: repositories }, (_, index) => `contoso/api-${index + 1}`)
  const { rows } = matrixRows(
    { repositories: names.join('\n'), places: places.join('\n'), entity: 'environment' },
    null,
  )
  return rows.map((row) => compileRow(row, 'public'))
}

function target(name: string, stored: readonly StoredTrust[] = []): Target {
  const place = { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg-pay' }
  return {
    key: name,
    name,
    stored,
    otherNames: [`/subscriptions/${place.subscriptionId}/${name}`],
    parent: { kind: 'managedIdentity', ...place, identityName: name },
  }
}

function stored(count: number): StoredTrust[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `old-${index}`,
    issuer: 'https://oidc.fabrikam.com',
    subject: `old-${index}`,
  }))
}

const four = ['id-a', 'id-b', 'id-c', 'id-d'].map((name) => target(name))

test('60 rows over four identities are filled up to 20 or spread evenly, and no workload is parted', () => {
  const rows = matrix(20, ['dev', 'test', 'prod'])
  const filled = spreadRows(rows, four, 'fill')
  expect(filled.uses.map(({ added }) => added)).toEqual([18, 18, 18, 6])
  const even = spreadRows(rows, four, 'even')
  expect(even.uses.map(({ added }) => added)).toEqual([15, 15, 15, 15])
  expect(even.noRoom).toEqual([])
  for (const { placed } of [filled, even]) {
    for (const group of Map.groupBy(placed, ({ row }) => row.workload).values()) {
      expect(new Set(group.map(({ target: { key } }) => key)).size).toBe(1)
    }
  }
})

test('trusts that an identity has count against its 20, and what fits nowhere is told with what it takes', () => {
  const plan = spreadRows(
    matrix(30, ['prod']),
    [target('id-a', stored(15)), target('id-b', stored(20))],
    'fill',
  )
  expect(plan.uses.map(({ added, left }) => [added, left])).toEqual([
    [5, 0],
    [0, 0],
  ])
  expect(plan.noRoom).toHaveLength(25)
  expect(identitiesNeeded(plan)).toBe(2)
})

test('a workload with more rows than any identity has room for is parted', () => {
  const places = Array.from({ length: 25 }, (_, index) => `env-${index}`)
  const plan = spreadRows(matrix(1, places), four, 'fill')
  expect(plan.uses.map(({ added }) => added)).toEqual([20, 5, 0, 0])
})

test('what a chosen identity has already stays there under its name and takes no room', () => {
  const [row] = matrix(1, ['prod'])
  const [trust] = compileTrust('github-actions', row?.row.fields).trusts
  const there = { name: 'by-hand', issuer: trust?.issuer ?? '', subject: trust?.subject ?? '' }
  const plan = spreadRows(
    matrix(1, ['prod']),
    [target('id-a'), target('id-b', [...stored(19), there])],
    'fill',
  )
  expect(plan.placed[0]).toMatchObject({
    there: true,
    target: { key: 'id-b' },
    trusts: [{ name: 'by-hand' }],
  })
  expect(plan.uses.map(({ added }) => added)).toEqual([0, 0])
})

test('the same pair twice is one, unless the rows name two identities', () => {
  const [row] = matrix(1, ['prod'])
  if (row === undefined) throw new Error('no row')
  const again = { ...row, row: { ...row.row, number: 2 } }
  const plan = spreadRows([row, again], four, 'fill')
  expect([plan.placed.length, plan.twice]).toEqual([1, [{ row: again.row, first: 1 }]])
  const named = [row, again].map((one, index) => ({
    ...one,
    row: { ...one.row, identity: ['id-a', 'ID-B'][index] ?? '' },
  }))
  expect(spreadRows(named, four, 'fill').placed.map(({ target: { key } }) => key)).toEqual(['id-a', 'id-b'])
})

test('names are unique on an identity, whatever their capitals, and the change is told', () => {
  const [row] = matrix(1, ['prod'])
  if (row === undefined) throw new Error('no row')
  const name = row.trusts[0]?.name ?? ''
  const taken = { name: name.toUpperCase(), issuer: 'https://oidc.fabrikam.com', subject: 'other' }
  const plan = spreadRows([row], [target('id-a', [taken])], 'fill')
  expect(plan.placed[0]).toMatchObject({ trusts: [{ name: `${name}-2` }], renamedFrom: name })
})

test('two rows of one identity never share a name', () => {
  const named = matrix(2, ['prod']).map((one, index) => ({
    ...one,
    trusts: one.trusts.map((trust) => ({ ...trust, name: ['Deploy', 'deploy'][index] ?? '' })),
  }))
  const plan = spreadRows(named, [target('id-a')], 'fill')
  expect(plan.placed.flatMap(({ trusts }) => trusts.map(({ name }) => name))).toEqual(['Deploy', 'deploy-2'])
})

test.each([
  ['an identity that was not chosen', 'id-z', 'is not among the chosen identities'],
  ['a name that two identities have', 'twin', '2 chosen identities are called twin'],
])('a row that names %s is refused at that cell', (_, identity, words) => {
  const [row] = matrix(1, ['prod'])
  if (row === undefined) throw new Error('no row')
  const twins = [target('twin'), { ...target('twin'), key: 'second' }]
  const plan = spreadRows([{ ...row, row: { ...row.row, identity } }], [...four, ...twins], 'fill')
  expect(plan.placed).toEqual([])
  expect(plan.refused[0]?.problems).toMatchObject([{ field: 'identity' }])
  expect(plan.refused[0]?.problems[0]?.message).toContain(words)
})

test('10,000 rows over 500 identities are planned, one item each with its own key', () => {
  const rows = matrix(
    1000,
    Array.from({ length: 10 }, (_, index) => `env-${index}`),
  )
  const targets = Array.from({ length: 500 }, (_, index) => target(`id-${index}`))
  const plan = spreadRows(rows, targets, 'even')
  const items = planItems(plan.placed)
  expect([items.length, new Set(items.map(({ key }) => key)).size]).toEqual([10_000, 10_000])
})

test('a row of the run names what sets it apart from the others of its workload', () => {
  const plan = spreadRows(matrix(1, ['dev', 'pre prod']), four, 'fill')
  expect(planItems(plan.placed).map(({ key }) => key)).toEqual([
    '1 contoso/api-1 · environment dev',
    '2 contoso/api-1 · environment pre prod',
  ])
})

test('roles are asked for once for each new identity that gets a trust, and for no other', () => {
  const access = [{ scope: '/subscriptions/11111111-1111-4111-8111-111111111111', roleId: 'r' }]
  const made = ['id-new-1', 'id-new-2', 'id-new-3'].map((name): Target => {
    const place = { subscriptionId: 's', resourceGroup: 'rg', location: 'westeurope', identityName: name }
    return { ...target(name), parent: { kind: 'newManagedIdentity', ...place } }
  })
  const plan = spreadRows(matrix(15, ['dev', 'test', 'prod']), [target('id-a'), ...made], 'fill')
  const items = planItems(plan.placed, access)
  expect(items.slice(0, 45).every(({ roles }) => roles.length === 0)).toBe(true)
  expect(items.slice(45)).toEqual(
    made
      .slice(0, 2)
      .map(({ name, parent }) => ({ key: `Access of ${name}`, parent, trusts: [], roles: access })),
  )
  expect(planItems(plan.placed, [])).toHaveLength(45)
})

function called(name: string, places: readonly string[], identity = '') {
  return matrix(1, places).map(({ row }) => compileRow({ ...row, name, identity }, 'public'))
}

test('a name that a row asks for is never changed: where it is taken, both trusts are told', () => {
  const [trust] = stored(1)
  if (trust === undefined) throw new Error('no trust')
  const full = target('id-a', [{ ...trust, name: 'Deploy' }])
  for (const rows of [called('deploy', ['prod']), called('deploy', ['prod'], 'id-a')]) {
    const plan = spreadRows(rows, [full], 'fill')
    expect(plan.placed).toEqual([])
    const [problem] = plan.refused[0]?.problems ?? []
    expect(problem?.field).toBe('name')
    expect(problem?.message).toContain('id-a has a trust deploy for old-0 of https://oidc.fabrikam.com')
    expect(problem?.message).toContain('this row asks for repo:contoso/api-1:environment:prod')
  }
})

test('a name that is taken on one identity is kept on another one', () => {
  const [trust] = stored(1)
  if (trust === undefined) throw new Error('no trust')
  const { placed } = spreadRows(
    called('deploy', ['prod', 'dev']),
    [target('id-a', [{ ...trust, name: 'deploy' }]), target('id-b'), target('id-c')],
    'fill',
  )
  expect(placed.map(({ target: { name }, trusts }) => [name, trusts[0]?.name])).toEqual([
    ['id-b', 'deploy'],
    ['id-c', 'deploy'],
  ])
})

test.each(['free', 'pinned'])(
  'a named row that is %s looks at few identities, however many there are',
  (how) => {
    const targets = Array.from({ length: 200 }, (_, index) => target(`id-${index}`))
    let reads = 0
    const rows = matrix(100, ['prod']).map((compiled, index) => {
      const row = { ...compiled.row, identity: how === 'pinned' ? `id-${index}` : '' }
      Object.defineProperty(row, how === 'pinned' ? 'identity' : 'name', {
        enumerable: true,
        get: () => {
          reads += 1
          return how === 'pinned' ? `id-${index}` : `own-${index}`
        },
      })
      return { ...compiled, row }
    })
    expect(spreadRows(rows, targets, 'fill').placed).toHaveLength(100)
    expect(reads / rows.length).toBeLessThan(20)
  },
)
