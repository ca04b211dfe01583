import { expect, test } from 'vitest'
import { ClusterName } from './cluster.ts'
import { GithubOwnerName, GithubRepositoryName, GithubSubject } from './github.ts'

test.each(['', '-octo', '_octo', 'octo org', 'octo/org', 'octo.org', 'öcto', 'octo\n', 'a'.repeat(40)])(
  'refuses the owner %j',
  (name) => {
    expect(GithubOwnerName.safeParse('octo-org').success).toBe(true)
    expect(GithubOwnerName.safeParse(name).success).toBe(false)
  },
)

test.each(['', '.', '..', 'a/b', 'a b', 'a%2fb', 'a?b', 'a#b', 'ä', 'a\n', 'a'.repeat(101)])(
  'refuses the repository %j',
  (name) => {
    for (const good of ['octo-repo', '.github', '...', '_', 'a'.repeat(100)]) {
      expect(GithubRepositoryName.safeParse(good).success, good).toBe(true)
    }
    expect(GithubRepositoryName.safeParse(name).success).toBe(false)
  },
)

test.each(['', '-aks', 'aks-', 'aks.pay', 'aks/pay', 'a'.repeat(64)])('refuses the cluster %j', (name) => {
  expect(ClusterName.safeParse('aks-pay_dev1').success).toBe(true)
  expect(ClusterName.safeParse(name).success).toBe(false)
})

test.each([
  { state: 'unknown' },
  { state: 'unknown', because: null },
  { state: 'unknown', because: 'not-shown', prefix: 'repo:contoso/pay-api' },
  { state: 'known', usesDefault: true },
])('a subject that claims more than was answered is refused: %j', (subject) => {
  expect(GithubSubject.safeParse({ state: 'unknown', because: 'not-shown' }).success).toBe(true)
  expect(GithubSubject.safeParse(subject).success).toBe(false)
})
