/**
 * Template IDs of built-in directory roles.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'
const applicationAdministrator = '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3'
const cloudApplicationAdministrator = '158c047a-c907-4556-b7ef-446551a6b5f7'
const applicationDeveloper = 'cf1c38e5-3621-4004-a7cb-879624dced7c'
const directoryReaders = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'

/** May change the credentials of every application. */
export const managingRoles: readonly string[] = [
  globalAdministrator,
  applicationAdministrator,
  cloudApplicationAdministrator,
]

/** May register applications where the tenant does not let everybody. */
export const registeringRoles: readonly string[] = [...managingRoles, applicationDeveloper]

/** May read applications where the tenant restricts its members or guests. */
export const readingRoles: readonly string[] = [...registeringRoles, directoryReaders]

/** `held`: template IDs, in any case of letters. */
export function holdsOne(held: readonly string[], wanted: readonly string[]): boolean {
  return held.some((role) => wanted.includes(role.toLowerCase()))
}

/** `enough`: delegated permissions of Graph, each of which will do. */
export function isGranted(given: readonly string[], enough: readonly string[]): boolean {
  return given.some((permission) => enough.includes(permission))
}

const names: Readonly<Record<string, string>> = {
  [globalAdministrator]: 'Global Administrator',
  [applicationAdministrator]: 'Application Administrator',
  [cloudApplicationAdministrator]: 'Cloud Application Administrator',
  [applicationDeveloper]: 'Application Developer',
  [directoryReaders]: 'Directory Readers',
  '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2': 'Hybrid Identity Administrator',
  'f2ef992c-3afb-46b9-b7cf-a126ee74c451': 'Global Reader',
}

/** Its name; the template ID itself where the role is none that matters for applications. */
export function directoryRoleName(templateId: string): string {
  return names[templateId.toLowerCase()] ?? templateId
}
