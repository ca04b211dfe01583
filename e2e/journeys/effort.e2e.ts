import { readFileSync } from 'node:fs'
import { portalRoutes } from '../effort/portal-counts.ts'
import { recordEffort } from '../effort/record-effort.ts'
import { githubWorkload, scenarios } from '../effort/scenarios.ts'
import { hasRow, measuredHead, measuredRow, portalHead, portalRow, type Measured } from '../effort/table.ts'
import { missed, mostKeys, targets, type Target } from '../effort/targets.ts'
import { walk, type Walked } from '../effort/walk.ts'
import { walkByKeys } from '../effort/walk-by-keys.ts'
import { expect, test } from '../fixtures.ts'

const told = readFileSync(new URL('../../docs/effort.md', import.meta.url), 'utf8')
const rows: string[] = []
const fromLink: Target = { clicks: 7, typed: 0, pastes: 1, screens: 4, sites: 1, handsOn: 30 }

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

test.afterAll(() => {
  const portal = Object.values(portalRoutes).map(portalRow)
  process.stdout.write(['', measuredHead, ...rows, '', portalHead, ...portal, '', ''].join('\n'))
})

for (const { key, workloads } of scenarios) {
  const title = portalRoutes[key]?.title ?? key
  const target = targets[key]
  test(`${title}: from nothing to a verified trust, and one more`, async ({ signedInAs }) => {
    const page = await signedInAs('developer')
    const recorder = await recordEffort(page)
    const { first, again } = await workloads()
    judge(`${title}, new`, await walk(page, recorder, first), target?.new)
    const tidy = await again.prepare?.(page)
    judge(`${title}, repeat`, await walk(page, recorder, again), target?.repeat)
    await tidy?.()
  })
}

test('a link that fills the wizard leaves nothing to type', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const recorder = await recordEffort(page)
  const { link, ...workload } = await githubWorkload('lighthouse')
  const linked = await walk(page, recorder, workload, { address: link })
  judge('GitHub environment, from a link', linked, fromLink)
})

test('a role costs three clicks more', async ({ signedInAs }) => {
  // May give roles in every group, whichever is proposed.
  const page = await signedInAs('admin')
  const recorder = await recordEffort(page)
  const withRole = await walk(page, recorder, await githubWorkload('jetty'), { withRole: true })
  judge('GitHub environment, new, with a role', withRole, targets['github-environment']?.new)
})

test(`without a pointer: at most ${mostKeys} keys beside the two pastes`, async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const recorder = await recordEffort(page)
  const walked = await walkByKeys(page, recorder, await githubWorkload('quay'))
  judge('GitHub environment, new, by keys alone', walked, targets['github-environment']?.new)
  expect(walked.verified.clicks, 'clicks').toBe(0)
  expect(walked.verified.keys - 2 * walked.verified.pastes, 'keys beside the pastes').toBeLessThanOrEqual(
    mostKeys,
  )
})

/** Against what was promised, and against what the documentation tells. */
function judge(title: string, walked: Walked, target: Target | undefined): void {
  const row = measuredRow({ title, ...walked } satisfies Measured)
  rows.push(row)
  expect.soft(target === undefined ? ['no target'] : missed(walked.verified, target), title).toEqual([])
  expect.soft(hasRow(told, row), `docs/effort.md has this row:\n${row}`).toBe(true)
}
