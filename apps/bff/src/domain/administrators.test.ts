import { expect, test } from 'vitest'
import { demandAdministrator, isAdministrator } from './administrators.ts'

const settings = { appRole: 'Trustwright.Admin', objectIds: ['1C0F6A7E-30b1-4a55-8f0d-5f3a9e7d0002'] }

test.each([
  [{ objectId: 'o', roles: [] }, false],
  [{ objectId: 'o', roles: ['trustwright.admin'] }, false],
  [{ objectId: 'o', roles: ['Trustwright.Administrator', 'Admin'] }, false],
  [{ objectId: '', roles: [] }, false],
  [{ objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0003', roles: [] }, false],
  [{ objectId: 'o', roles: ['Other', 'Trustwright.Admin'] }, true],
  [{ objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0002', roles: [] }, true],
])('%j is an administrator: %s', (person, is) => {
  expect(isAdministrator(settings, person)).toBe(is)
})

test.each([undefined, false])('a caller of whom %s is known is refused', (isAdmin) => {
  const caller = {
    sessionId: 's',
    objectId: 'o',
    tenantId: 't',
    username: 'u',
    ...(isAdmin === false && { isAdmin }),
  }
  expect(() => demandAdministrator(caller)).toThrow('ADMINISTRATOR_REQUIRED')
})
