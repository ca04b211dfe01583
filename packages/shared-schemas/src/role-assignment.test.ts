import { expect, test } from 'vitest'
import { NewRoleAssignment, RoleAssignmentKey } from './role-assignment.ts'

const subscription = '/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'
const roleId = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
const alert = `${subscription}/resourceGroups/rg/providers/Microsoft.Insights/metricAlerts`

test.each([
  subscription,
  `${subscription}/resourceGroups/Straße_(1).x`,
  `${alert}/CPU + disk, it's high`,
  `${alert}/a@b;c:d=e!$&*~`,
])('a role can be given and taken away at %s', (scope) => {
  expect(NewRoleAssignment.safeParse({ scope, roleId }).success).toBe(true)
  const assignmentId = `${scope}/providers/Microsoft.Authorization/roleAssignments/${roleId}`
  expect(RoleAssignmentKey.safeParse({ assignmentId }).success).toBe(true)
})

test.each([
  `${alert}/`,
  `${alert}/.`,
  `${alert}/../x`,
  `${alert}/ x`,
  `${alert}/x `,
  `${alert}/ `,
  `${alert}//x`,
  `${alert}/a?b`,
  `${alert}/a#b`,
  `${alert}/a%2Fb`,
  `${alert}/a\\b`,
  `${alert}/a\nb`,
  `${alert}/a\u00a0b`,
  `${alert}/a\u200bb`,
  `${alert}/{b}`,
  `${alert}/a"b`,
  `${alert}/a<b`,
  `https://contoso.com${subscription}`,
])('the scope %j goes nowhere', (scope) => {
  expect(NewRoleAssignment.safeParse({ scope, roleId }).success).toBe(false)
})
