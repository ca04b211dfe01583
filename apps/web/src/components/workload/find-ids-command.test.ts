import { expect, test } from 'vitest'
import { findIdsCommand } from './find-ids-command.ts'

test('another GitHub than github.com is named, as the command line asks github.com otherwise', () => {
  expect(findIdsCommand('contoso', 'pay-api', 'github.contoso.com')).toMatch(
    /^gh api --hostname github\.contoso\.com \/repos\/contoso\/pay-api /,
  )
  expect(findIdsCommand('contoso', 'pay-api')).not.toContain('--hostname')
})

test.each(['a b', '$(id)', 'x;y', '`id`'])('the host %j stays out of the command', (host) => {
  expect(findIdsCommand('contoso', 'pay-api', host)).toContain('--hostname HOST ')
})
