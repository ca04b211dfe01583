import { expect, test } from 'vitest'
import { findIdsCommand } from '../../components/workload/find-ids-command.ts'
import { fileNameOf } from '../../components/code/save-export.ts'
import { sampleTokenAddress } from '../../components/prove/sample-token-address.ts'
import { sampleTrust } from '../../components/testing/sample-trust.ts'

test('the command names the repository of the form', () => {
  expect(findIdsCommand('contoso', 'pay-api')).toContain('/repos/contoso/pay-api ')
})

test.each([
  ['', ''],
  ['contoso; rm -rf ~', 'pay-api'],
  ['$(id)', '`id`'],
  ['contoso\nid', "pay'api"],
])('names that a shell would read as more than names stay out of the command: %j %j', (owner, repository) => {
  const command = findIdsCommand(owner, repository)
  expect(command.startsWith('gh api /repos/OWNER/')).toBe(true)
  expect(command).not.toMatch(/[;`\n]|\$\(/)
})

test('a sample token is asked for with the stored strings, encoded', () => {
  const address = sampleTokenAddress(
    'https://tokens.fabrikam.com/sample?kind=github',
    sampleTrust({ subject: 'a&b=c d' }),
  )
  const query = new URL(address ?? '').searchParams
  expect(query.get('kind')).toBe('github')
  expect(query.get('subject')).toBe('a&b=c d')
  expect(query.get('issuer')).toBe('https://token.actions.githubusercontent.com')
})

test.each([null, 'not an address'])('without a page for sample tokens there is no link: %j', (page) => {
  expect(sampleTokenAddress(page, sampleTrust())).toBeNull()
})

test('a saved file loses its folders', () => {
  expect(fileNameOf('.github/workflows/deploy.yml')).toBe('deploy.yml')
  expect(fileNameOf('template.json')).toBe('template.json')
})
