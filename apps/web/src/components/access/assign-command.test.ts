import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { assignCommand } from './assign-command.ts'

test('the command is one line that names principal, role and scope without asking the directory', () => {
  const roleId = '4633458b-17de-408a-b874-0445c86b69e6'
  const scope = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-(pay)'
  expect(assignCommand('99999999-2222-3333-4444-555555555555', { scope, roleId })).toBe(
    `az role assignment create --assignee-object-id 99999999-2222-3333-4444-555555555555 --assignee-principal-type ServicePrincipal --role ${roleId} --scope "${scope}"`,
  )
})

test.each(["it's needed", '$(touch x)', '`id`', 'a"; b'])('the reason %j is one word for bash', (reason) => {
  const told = execFileSync(
    'bash',
    ['-c', `az() { printf '%s\\n' "$@"; }; ${assignCommand('p', { scope: '/s', roleId: 'r', reason })}`],
    {
      encoding: 'utf8',
    },
  )
  expect(told.split('\n')).toContain(reason)
})
