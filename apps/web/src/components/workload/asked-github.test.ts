import { expect, test } from 'vitest'
import { hostOfFields, ownGithubHost, pageOfRepository, repositoryToAsk } from './asked-github.ts'

const names = { owner: 'contoso', repository: 'pay-api' }
const path = { owner: 'contoso', name: 'pay-api' }
const server = 'https://github.contoso.com'

test.each([
  ['github.com by the portal of github.com', {}, 'https://github.com', path],
  ['an issuer of the enterprise too', { hosting: 'enterprise' }, 'https://github.com', path],
  ['github.com by a stand-in on this machine', {}, 'http://localhost:4281/github', path],
  ['github.com before the portal told', {}, undefined, path],
  ['nothing of github.com by a portal of a server', {}, server, null],
  [
    'a server by the portal of github.com',
    { hosting: 'server', serverHost: 'github.contoso.com' },
    undefined,
    null,
  ],
  ['the server that the portal asks', { hosting: 'server', serverHost: 'GitHub.contoso.com' }, server, path],
  ['an old server that it asks', { hosting: 'server-3.18', serverHost: 'github.contoso.com' }, server, path],
  ['another server', { hosting: 'server', serverHost: 'github.fabrikam.com' }, server, null],
  ['its own GHE.com', { hosting: 'ghe', subdomain: 'contoso' }, 'https://contoso.ghe.com', path],
  ['GHE.com of somebody else', { hosting: 'ghe', subdomain: 'fabrikam' }, 'https://contoso.ghe.com', null],
])('looks up %s', (_, fields, webUrl, expected) => {
  expect(repositoryToAsk({ ...names, ...fields }, webUrl)).toEqual(expected)
})

test.each(['', 'a b', 'a/b', '..'])('the repository %j is not looked up', (repository) => {
  expect(repositoryToAsk({ owner: 'contoso', repository }, undefined)).toBeNull()
})

test('only a host of its own is told to the reader of pastes', () => {
  expect(ownGithubHost('https://github.com')).toBeNull()
  expect(ownGithubHost('http://localhost:4281/github')).toBeNull()
  expect(ownGithubHost(server)).toBe('github.contoso.com')
})

test.each([
  [
    'github.com, where the portal asks github.com',
    'https://github.com',
    'https://github.com/contoso/pay-api',
  ],
  ['the server that the portal asks', server, 'https://github.contoso.com/contoso/pay-api'],
])('the page of a repository is at %s, whatever its answer says', (_, portal, page) => {
  const answer = { ...path, webUrl: 'https://github.com/contoso/pay-api' }
  expect(pageOfRepository(answer, portal)).toBe(page)
})

test('a page that the own server names stays as it is', () => {
  const webUrl = `${server}/Contoso/Pay-API`
  expect(pageOfRepository({ ...path, webUrl }, server)).toBe(webUrl)
})

test.each([
  [{}, null],
  [{ hosting: 'enterprise', enterprise: 'contoso' }, null],
  [{ hosting: 'server', serverHost: 'github.contoso.com' }, 'github.contoso.com'],
  [{ hosting: 'ghe', subdomain: 'contoso' }, 'contoso.ghe.com'],
  [{ hosting: 'ghe', subdomain: '' }, null],
])('the fields %j name the host %j', (fields, host) => {
  expect(hostOfFields(fields)).toBe(host)
})
