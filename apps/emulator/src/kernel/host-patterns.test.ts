import { expect, test } from 'vitest'
import { coveringName } from './host-patterns.ts'

const names = new Set(['gitlab.com', '*.oic.prod-aks.azure.com', 'own.broken.example', '*.broken.example'])
const cover = (host: string) => coveringName(host, (name) => names.has(name))

test.for([
  ['gitlab.com', 'gitlab.com'],
  ['GITLAB.com', 'gitlab.com'],
  ['westeurope.oic.prod-aks.azure.com', '*.oic.prod-aks.azure.com'],
  ['own.broken.example', 'own.broken.example'],
  ['other.broken.example', '*.broken.example'],
] as const)('%s is covered by %s', ([host, name]) => {
  expect(cover(host)).toBe(name)
})

test.for([
  '',
  'localhost',
  'com',
  'about.gitlab.com',
  'oic.prod-aks.azure.com',
  'a.b.oic.prod-aks.azure.com',
  '.oic.prod-aks.azure.com',
  'gitlab.com.attacker.example',
])('%j is covered by nothing', (host) => {
  expect(cover(host)).toBeUndefined()
})
