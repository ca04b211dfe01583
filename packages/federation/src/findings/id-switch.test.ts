import { expect, test } from 'vitest'
import type { GithubFacts } from '../diagnosis/trust.ts'
import { idSwitchOf } from './id-switch.ts'
import type { SwitchedTrust } from './id-switch-steps.ts'

const old: SwitchedTrust = {
  name: 'github-production',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/shop:environment:production',
  audiences: ['api://AzureADTokenExchange'],
  seenAt: '2026-11-01T00:00:00Z',
}
const wanted = 'repo:octo-org@1/shop@2:environment:production'
const successor: SwitchedTrust = { ...old, name: 'github-production-id', subject: wanted, seenAt: null }
const seen = { ...successor, seenAt: '2026-11-20T00:00:00Z' }
const ids: GithubFacts = { repositoryOwnerId: '1', repositoryId: '2' }
const names = { ...ids, subClaimPrefix: 'repo:octo-org/shop' }
const sends = { ...ids, subClaimPrefix: 'repo:octo-org@1/shop@2' }

test.each<[string, readonly SwitchedTrust[], GithubFacts, readonly string[]]>([
  ['nothing is done', [], names, ['now', 'later', 'later', 'later']],
  ['GitHub was first, and the old one is dead', [], sends, ['now', 'done', 'later', 'later']],
  ['the new one is stored', [successor], names, ['done', 'now', 'later', 'later']],
  ['GitHub sends IDs', [successor], sends, ['done', 'done', 'now', 'later']],
  ['a run was seen', [seen], sends, ['done', 'done', 'done', 'now']],
  ['nobody can tell what GitHub sends', [successor], ids, ['done', 'unknown', 'now', 'later']],
  [
    'the setting alone is told',
    [successor],
    { ...ids, useImmutableSubject: true },
    ['done', 'done', 'now', 'later'],
  ],
  [
    'the prefix gainsays the setting',
    [successor],
    { ...names, useImmutableSubject: true },
    ['done', 'now', 'later', 'later'],
  ],
  [
    'another identity’s subject is beside it',
    [{ ...seen, subject: `${wanted}-2` }],
    names,
    ['now', 'later', 'later', 'later'],
  ],
])('the steps of the switch where %s', (_case, siblings, github, states) => {
  const found = idSwitchOf(old, siblings, github)
  expect([found.wanted, found.steps.map(({ state }) => state)]).toEqual([wanted, states])
})

test('the old one is never to go by its own sign-ins, only by those of its successor', () => {
  expect(idSwitchOf(old, [successor], sends).steps.at(-1)).toMatchObject({ id: 'remove', state: 'later' })
  expect(idSwitchOf(old, [seen], sends).steps.at(2)).toMatchObject({ state: 'done', at: seen.seenAt })
})

test.each<[string, Partial<SwitchedTrust>, GithubFacts | undefined, string]>([
  ['has IDs', { subject: wanted }, sends, 'has-ids'],
  ['has a pattern', { subject: null }, sends, 'not-github'],
  [
    'is of another platform',
    { issuer: 'https://gitlab.com', subject: 'project_path:a/b:ref_type:branch:ref:main' },
    sends,
    'not-github',
  ],
  ['names a repository of which nothing is known', {}, undefined, 'ids-unknown'],
  ['names a repository without IDs', {}, {}, 'ids-unknown'],
])('a trust that %s has no steps, and says why', (_case, change, github, code) => {
  const found = idSwitchOf({ ...old, ...change }, [], github)
  expect([found.steps, found.wanted, found.why?.code]).toEqual([[], null, code])
})

test('a switch that was begun goes on where GitHub tells nothing, by the trust that differs in IDs alone', () => {
  const found = idSwitchOf(old, [seen], undefined)
  expect([found.wanted, found.successor, found.steps.map(({ state }) => state)]).toEqual([
    wanted,
    seen.name,
    ['done', 'unknown', 'done', 'now'],
  ])
})

test.each<[string, Partial<SwitchedTrust>]>([
  ['names another environment', { subject: wanted.replace('production', 'test') }],
  ['has another issuer', { issuer: `${old.issuer}/contoso` }],
  ['has the owner’s ID alone', { subject: 'repo:octo-org@1/shop:environment:production' }],
])('a trust beside it that %s does not begin the switch', (_case, change) => {
  expect(idSwitchOf(old, [{ ...seen, ...change }], undefined).why?.code).toBe('ids-unknown')
})

test('IDs that GitHub tells count before those that somebody stored: the name may be of another repository now', () => {
  const stale = { ...seen, subject: 'repo:octo-org@1/shop@99:environment:production' }
  const found = idSwitchOf(old, [stale], sends)
  expect([found.wanted, found.successor]).toEqual([wanted, null])
})

test('each step tells what is known and what that leaves open; another audience is named', () => {
  const other = { ...seen, audiences: ['api://AzureADTokenExchangeUSGov'] }
  const [add, optIn, run, remove] = idSwitchOf(old, [other], sends).steps
  expect(add?.unproven).toContain('api://AzureADTokenExchangeUSGov')
  expect([optIn?.proof, run?.at, remove?.at]).toEqual([
    'GitHub says that subjects begin with repo:octo-org@1/shop@2.',
    seen.seenAt,
    old.seenAt,
  ])
  const begun = idSwitchOf({ ...old, seenAt: null }, [], names).steps
  expect(begun.map(({ proof }) => proof)).toEqual([
    null,
    'GitHub says that subjects begin with repo:octo-org/shop.',
    null,
    'github-production was never seen working here.',
  ])
  expect(begun.every(({ unproven }) => unproven.length > 20)).toBe(true)
})
