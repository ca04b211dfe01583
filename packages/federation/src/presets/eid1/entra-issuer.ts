import { field, type Template } from '../platform/template.ts'

/** Entra's own issuer in the portal's cloud, version 2.0, without a slash at its end. https://learn.microsoft.com/entra/identity-platform/access-tokens */
export function entraIssuerOf(tenantKey: string): Template {
  return [
    { ofCloud: ({ authorityHost }) => `${authorityHost}/` },
    field(tenantKey, 'tenant', { pattern: '[0-9a-f-]{36}' }),
    '/v2.0',
  ]
}
