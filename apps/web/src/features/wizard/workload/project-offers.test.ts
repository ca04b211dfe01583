import { expect, test } from 'vitest'
import { sampleTrust } from '../../../components/testing/sample-trust.ts'
import { projectOffers, proposedProject } from './project-offers.ts'

const asked = { host: 'app.terraform.io', organization: 'contoso', workspace: 'network' }

function row(project: string, workspace: string, organization = 'contoso', host = 'app.terraform.io') {
  const subject = `organization:${organization}:project:${project}:workspace:${workspace}:run_phase:plan`
  return { trust: sampleTrust({ issuer: `https://${host}`, subject }) }
}

function offers(rows: readonly ReturnType<typeof row>[]) {
  return projectOffers(rows, asked, 'public')
}

test('the project that the trusts of the very workspace name is proposed, and stands first', () => {
  const found = offers([row('shop', 'web'), row('shop', 'api'), row('platform', 'network')])
  expect(found).toEqual([
    { project: 'platform', isOfWorkspace: true, workspaces: [] },
    { project: 'shop', isOfWorkspace: false, workspaces: ['api', 'web'] },
  ])
  expect(proposedProject(found)).toBe('platform')
})

test('plan and apply of one workspace are one project', () => {
  expect(offers([row('platform', 'network'), row('platform', 'network')])).toHaveLength(1)
})

test.each([
  ['other workspaces alone', [row('shop', 'web')]],
  ['two projects', [row('shop', 'network'), row('platform', 'network')]],
  ['the workspace in other capitals', [row('platform', 'Network')]],
  ['the organization in other capitals', [row('platform', 'network', 'Contoso')]],
  ['another organization', [row('platform', 'network', 'fabrikam')]],
  ['another host', [row('platform', 'network', 'contoso', 'app.eu.terraform.io')]],
  ['no trust at all', []],
])('nothing is proposed where the tenant knows %s', (_, rows) => {
  expect(proposedProject(offers(rows))).toBeNull()
})

test('what another organization or host names is not offered either', () => {
  expect(
    offers([row('a', 'network', 'fabrikam'), row('b', 'network', 'contoso', 'tfe.contoso.com')]),
  ).toEqual([])
})

test('at most six are offered', () => {
  expect(offers(Array.from({ length: 9 }, (_, index) => row(`p${index}`, 'web')))).toHaveLength(6)
})
