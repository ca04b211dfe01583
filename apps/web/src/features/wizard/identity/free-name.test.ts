import type { Trust } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { bodyOfWorkload } from '../draft-body.ts'
import { withFreeName } from './free-name.ts'
import { wantedTrusts } from '../review/set-up-of-draft.ts'

function workspace(project: string) {
  const fields = {
    host: 'app.terraform.io',
    kind: 'workspace',
    organization: 'contoso',
    project,
    workspace: 'network',
  }
  return bodyOfWorkload('workload', 'hcp-terraform', fields)
}

function stored(body: ReturnType<typeof workspace>): Trust[] {
  return wantedTrusts(body, 'public').map(({ name, issuer, subject, audiences }) => ({
    parent: { kind: 'application', appId: '11111111-2222-4333-8444-555555555555' },
    resourceId: name,
    name: name.toUpperCase(),
    issuer,
    subject,
    audiences: [...audiences],
    oddities: [],
    createdAt: null,
    firstSeenAt: '2026-11-20T10:00:00.000Z',
    fingerprint: 'f',
    seen: null,
  }))
}

function namesOf(body: ReturnType<typeof workspace>) {
  return wantedTrusts(body, 'public').map(({ name }) => name)
}

test('a workspace that moved to another project gets names beside those of its old trusts', () => {
  const old = stored(workspace('platform'))
  const moved = withFreeName(workspace('landing'), old, 'public')
  expect(namesOf(moved)).toEqual(['tf-network-2-plan', 'tf-network-2-apply'])
  const again = withFreeName(workspace('third'), [...old, ...stored(moved)], 'public')
  expect(namesOf(again)).toEqual(['tf-network-3-plan', 'tf-network-3-apply'])
})

test('what is stored with the same values keeps its name: nothing has to be made', () => {
  const body = workspace('platform')
  expect(withFreeName(body, stored(body), 'public')).toEqual(body)
})

test('one that is stored already under another name is that one: Azure would refuse a second', () => {
  const body = bodyOfWorkload('workload', 'github-actions', {
    owner: 'contoso',
    repository: 'shop-web',
    identifiers: 'names',
    entity: 'environment',
    environment: 'dev',
  })
  const there = stored(body).map((trust) => ({ ...trust, name: 'shop-web-dev' }))
  expect(namesOf(withFreeName(body, there, 'public'))).toEqual(['shop-web-dev'])
  const others = there.map((trust) => ({ ...trust, audiences: ['api://other'] }))
  expect(namesOf(withFreeName(body, others, 'public'))).toEqual(['gh-shop-web-dev'])
})

test('a name that a person wrote stays, though it is taken', () => {
  const body = { ...workspace('landing'), name: 'tf-network' }
  expect(withFreeName(body, stored(workspace('platform')), 'public')).toBe(body)
})
