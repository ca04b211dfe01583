import type { User } from '../../kernel/entities/directory.ts'
import { html, htmlPage } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { tenantDisplayName } from '../../seed.ts'
import { hiddenFields, personLine } from '../core/page-parts.ts'
import type { Permissions } from './requested-permissions.ts'

export interface AdminApprovalPage {
  clientName: string
  user: User
  permissions: readonly Permissions[]
  action: string
  fields: Record<string, string>
  formTargets: readonly string[]
  headers?: Record<string, string>
}

/** AADSTS90094: only an administrator can grant what is asked for. https://learn.microsoft.com/entra/identity/enterprise-apps/configure-admin-consent-workflow */
export function adminApprovalPage(page: AdminApprovalPage): EmulatorResponse {
  const { clientName, user, permissions, action, fields, formTargets, headers } = page
  const forAdministrators = permissions.flatMap(({ scopes }) =>
    scopes.filter(({ consent }) => consent === 'Admin'),
  )
  return htmlPage({
    title: `Need admin approval - ${tenantDisplayName}`,
    formTargets,
    ...(headers ? { headers } : {}),
    main: html`${personLine(user)}
      <h1>Need admin approval</h1>
      <p><b>${clientName}</b> <span class="quiet">unverified</span></p>
      <p>
        ${clientName} needs permission to access resources in your organization that only an admin can grant.
        Ask an admin to grant permission to this app before you can use it.
        <span class="quiet">AADSTS90094</span>
      </p>
      <ul>
        ${forAdministrators.map(({ title, value }) => html`<li>${title} <span class="quiet mono">${value}</span></li>`)}
      </ul>
      <form method="post" action="${action}">
        ${hiddenFields({ ...fields, step: 'approval' })}
        <div class="actions">
          <button class="primary" name="switch" value="1">Have an admin account? Sign in with it</button>
          <button class="plain" name="cancel" value="1">Return to the application</button>
        </div>
      </form>`,
  })
}
