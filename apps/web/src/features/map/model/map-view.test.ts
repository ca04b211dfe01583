import {
  formatTrustQuery,
  indexTrusts,
  parseTrustQuery,
  searchTrusts,
  type TrustFacts,
} from '@trustwright/federation'
import { expect, test } from 'vitest'
import { identityId, manyMapRows, mapRow, names, production, roleAt, staging } from '../testing/map-rows.ts'
import { focusOf, rowsThrough, upFrom } from './focus.ts'
import { indexMap } from './map-index.ts'
import { mapColumns } from './map-node.ts'
import { byColumn, viewOf } from './map-view.ts'
import { shownNodes, type ShowChoice } from './shown-nodes.ts'
import { subscriptionOfGroup } from './trust-steps.ts'
import { twinRows } from './twin-rows.ts'

const closed: ShowChoice = { depth: null, open: new Set(), room: 300 }

function show(rows: readonly TrustFacts[], choice: Partial<ShowChoice> = {}, focus?: string) {
  const index = indexMap(rows, names)
  const all = rows.map((_, at) => at)
  const through = rowsThrough(index, all, focusOf(index, focus))
  const shown = shownNodes(index, through, { ...closed, ...choice })
  const view = viewOf(index, through, shown)
  const [issuers, subjects, identities, access] = byColumn(view.nodes).map((nodes) =>
    nodes.map(({ label, trusts }) => `${label} ${trusts}`).toSorted(),
  )
  return { index, view, through, shown, issuers, subjects, identities, access }
}

test('three trusts stand one by one in four columns, each with what goes through it', () => {
  const shown = show([
    mapRow(),
    mapRow({
      key: '2',
      subject: 'contoso/pay-api · branch main',
      storedSubject: 'repo:contoso/pay-api:ref:refs/heads/main',
    }),
    mapRow({ key: '3', identity: 'id-shop', identityId: identityId('id-shop'), roles: [] }),
  ])
  expect(shown.issuers).toEqual(['GitHub Actions 3'])
  expect(shown.subjects).toEqual(['contoso/pay-api 1', 'contoso/pay-api 2'])
  expect(shown.identities).toEqual(['id-pay 2', 'id-shop 1'])
  expect(shown.access).toEqual(['Opens nothing 1', 'Reader 2'])
  expect(shown.view.isGrouped).toBe(false)
})

test.each([
  ['roles that were not read', { roles: null, grants: [] }, ['Roles not read 1']],
  [
    'roles not read beside a permission',
    { roles: null, grants: ['Mail.Read'] },
    ['Mail.Read 1', 'Roles not read 1'],
  ],
  ['no role, and permissions not read', { roles: [], grants: null }, ['No role in Azure 1']],
  ['nothing at all', { roles: [], grants: [] }, ['Opens nothing 1']],
  [
    'a role whose definition was not read',
    { roles: [roleAt(null, '/subscriptions/x')], grants: null },
    ['A role without a readable name 1'],
  ],
  ['a role over the whole tenant', { roles: [roleAt('Owner', '/')], grants: [] }, ['Owner 1']],
  [
    'one role that is held twice',
    { roles: [roleAt('Owner', '/'), roleAt('Owner', '/')], grants: [] },
    ['Owner 1'],
  ],
])('access says the truth of %s', (_, parts, access) => {
  expect(show([mapRow(parts)]).access).toEqual(access)
})

test('a trust with two roles counts once at the subscription that holds both', () => {
  const roles = ['rg-a', 'rg-b'].map((group) =>
    roleAt('Reader', `/subscriptions/${production}/resourceGroups/${group}`),
  )
  const { view, access } = show([mapRow({ roles })], { depth: 1 })
  expect(access).toEqual(['Contoso Production 1'])
  expect(
    view.links.filter(({ to }) => view.nodes[to]?.column === 'access').map(({ trusts }) => trusts),
  ).toEqual([1])
})

test('subjects of two issuers stay two, and a raw subject is not taken apart', () => {
  const raw = 'https://idp.fabrikam.example/a/b · c'
  const { subjects } = show([
    mapRow(),
    mapRow({ key: '2', issuer: 'https://ghes.contoso.example/_services/token' }),
    mapRow({
      key: '3',
      issuer: 'https://idp.fabrikam.example',
      platform: 'idp.fabrikam.example',
      subject: raw,
      storedSubject: raw,
    }),
  ])
  expect(subjects).toEqual(['contoso/pay-api 1', 'contoso/pay-api 1', `${raw} 1`])
})

test('more than 300 are grouped, at most 300 are drawn, and no trust is lost', () => {
  for (const rows of [manyMapRows(1000), manyMapRows(9000)]) {
    const { view } = show(rows)
    expect(view.isGrouped).toBe(true)
    expect(view.nodes.length).toBeLessThanOrEqual(300)
    expect(byColumn(view.nodes).every((column) => column.length <= 32)).toBe(true)
    const [issuers = [], subjects = [], identities = []] = byColumn(view.nodes)
    for (const column of [issuers, subjects, identities]) {
      expect(column.reduce((sum, { trusts }) => sum + trusts, 0)).toBe(rows.length)
    }
  }
})

test('without grouping the smallest of a column stand together, and their count is told', () => {
  const { view } = show(manyMapRows(4000), { depth: 3 })
  const rest = view.nodes.filter(({ isRest }) => isRest)
  expect(view.nodes.length).toBeLessThanOrEqual(300)
  expect(rest.map(({ id }) => id)).toContain('subject.rest')
  const subjects = view.nodes.filter(({ column }) => column === 'subject')
  expect(subjects.reduce((sum, { trusts }) => sum + trusts, 0)).toBe(4000)
})

test('an opened group is shown in parts, and the others stay groups', () => {
  const rows = manyMapRows(2000)
  const before = show(rows, { depth: 1 })
  const group = before.view.nodes.find(({ label }) => label === 'org-7')
  const after = show(rows, { depth: 1, open: new Set([group?.id ?? '']) })
  const labels = after.view.nodes.map(({ label }) => label)
  expect(labels).not.toContain('org-7')
  expect(labels.filter((label) => label.startsWith('org-7/'))).toHaveLength(group?.parts ?? 0)
  expect(labels).toContain('org-8')
})

test('a group of one is shown as what it holds', () => {
  expect(show([mapRow()], { depth: 1 }).view.nodes.map(({ label }) => label)).toEqual([
    'GitHub Actions',
    'contoso/pay-api',
    'id-pay',
    'Reader',
  ])
})

test('focus keeps the trusts that go through it, in every column, and shows more of them', () => {
  const rows = manyMapRows(3000)
  const index = indexMap(rows, names)
  const all = rows.map((_, at) => at)
  const org = index.nodes.find(({ label, level }) => label === 'org-7' && level === 0)
  const focus = focusOf(index, org === undefined ? '' : index.ids.of(org))
  expect(rowsThrough(index, all, focus)).toEqual(all.filter((at) => rows[at]?.subject.startsWith('org-7/')))
  const sub = index.nodes.find(({ column, label }) => column === 'access' && label === 'Contoso Staging')
  const through = rowsThrough(index, all, focusOf(index, sub === undefined ? '' : index.ids.of(sub)))
  expect(through).toEqual(all.filter((at) => rows[at]?.roles?.some(({ scope }) => scope.includes(staging))))
})

test.each(['', 'nothing', 'subject.', 'subject.zzzz', 'other.1', 'subject.rest'])(
  'an address that names nothing, such as "%s", puts nothing in focus',
  (id) => {
    expect(focusOf(indexMap([mapRow()], names), id)).toBeNull()
  },
)

test('up from a subject is its repository, then its owner, then everything; groups of one are passed over', () => {
  const rows = [
    mapRow(),
    mapRow({ key: '2', subject: 'contoso/pay-api · branch main', storedSubject: 'b' }),
    mapRow({ key: '3', subject: 'contoso/shop · branch main', storedSubject: 'c' }),
  ]
  const index = indexMap(rows, names)
  const up = (id: string | undefined) => {
    const focus = focusOf(index, id)
    return focus === null ? undefined : upFrom(focus, index)
  }
  const idFor = (label: string, level: number) => {
    const node = index.nodes.find(
      (one) => one.column === 'subject' && one.label === label && one.level === level,
    )
    return node === undefined ? '' : index.ids.of(node)
  }
  expect(up(idFor('contoso/pay-api', 2))).toBe(idFor('contoso/pay-api', 1))
  expect(up(idFor('contoso/pay-api', 1))).toBe(idFor('contoso', 0))
  expect(up(idFor('contoso/shop', 2))).toBe(idFor('contoso', 0))
  expect(up(idFor('contoso', 0))).toBeUndefined()
})

test('what the list is asked for a node finds the trusts of that node and no others', () => {
  const rows = manyMapRows(240)
  const index = indexMap(rows, names)
  const list = indexTrusts(rows)
  const all = rows.map((_, at) => at)
  let asked = 0
  for (const node of index.nodes) {
    if (node.terms === null) continue
    asked += 1
    const query = formatTrustQuery({ terms: node.terms, words: [] })
    const { query: read, problems } = parseTrustQuery(query)
    expect(problems).toEqual([])
    const through = rowsThrough(index, all, focusOf(index, index.ids.of(node)))
    expect(searchTrusts(list, read, '2026-11-22T00:00:00Z').found, query).toEqual(through)
  }
  expect(asked).toBeGreaterThan(300)
})

test('the table has the trusts of the picture, way by way, worst first', () => {
  const rows = manyMapRows(1000)
  const { index, through, shown, view } = show(rows)
  const ways = twinRows(index, through, shown, view)
  expect(ways[0]?.risk).toBe('critical')
  const sums = new Map<string, number>()
  for (const way of ways) {
    const link = `${way.identity.id} ${way.access.id}`
    sums.set(link, (sums.get(link) ?? 0) + way.trusts)
  }
  const links = view.links
    .map(({ from, to, trusts }) => ({ from: view.nodes[from], to: view.nodes[to], trusts }))
    .filter(({ to }) => to?.column === 'access')
    .map(({ from, to, trusts }) => [`${from?.id} ${to?.id}`, trusts] as const)
  expect(sums).toEqual(new Map(links))
})

test('a node tells the worst of its trusts, those without an owner, and those whose owners nobody read', () => {
  const { view } = show([
    mapRow({ risk: 'none', owners: [] }),
    mapRow({ key: '2', risk: 'low', owners: null }),
    mapRow({ key: '3', risk: null, owners: ['Dana'] }),
  ])
  expect(view.nodes[0]).toMatchObject({ risk: 'low', unowned: 1, ownersUnread: 1, trusts: 3 })
  expect(show([mapRow({ risk: 'none' }), mapRow({ key: '2', risk: null })]).view.nodes[0]?.risk).toBe(
    'unknown',
  )
})

test('groups of subscriptions tell their ID, and nothing else does', () => {
  const { nodes } = indexMap(manyMapRows(60), names)
  const told = nodes.flatMap((node) => {
    const id = subscriptionOfGroup(node)
    return id === null ? [] : [`${node.column} ${id}`]
  })
  expect(told.toSorted()).toEqual(
    ['access', 'identity'].flatMap((column) => [`${column} ${production}`, `${column} ${staging}`]),
  )
})

test('nothing at all is four empty columns', () => {
  const { view } = show([])
  expect(view).toEqual({ nodes: [], links: [], trusts: 0, isGrouped: false })
  expect(byColumn(view.nodes)).toHaveLength(mapColumns.length)
})

test('what differs in letter case alone is two, with two addresses', () => {
  const { view } = show([
    mapRow(),
    mapRow({
      key: '2',
      subject: 'Contoso/pay-api · environment prod',
      storedSubject: 'repo:Contoso/pay-api:environment:prod',
    }),
  ])
  const subjects = view.nodes.filter(({ column }) => column === 'subject')
  expect(new Set(subjects.map(({ id }) => id)).size).toBe(2)
})
