import { ownValue } from '../../kernel/own-value.ts'
import type { User } from '../../kernel/entities/directory.ts'
import { html, htmlPage, type Html } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { ResourceScope } from '../../kernel/resources.ts'
import { tenantDisplayName } from '../../seed.ts'
import { hiddenFields, personLine } from '../core/page-parts.ts'
import type { Permissions } from './requested-permissions.ts'

export interface ConsentPage {
  clientName: string
  user: User
  permissions: readonly Permissions[]
  /** An administrator may consent for everybody. */
  mayConsentForAll: boolean
  /** Address that the form posts to, and the fields that bring it back to the same sign-in. */
  action: string
  fields: Record<string, string>
  formTargets: readonly string[]
  headers?: Record<string, string>
}

/** Lists in plain words what a client asks for. */
export function consentPage(page: ConsentPage): EmulatorResponse {
  const { clientName, user, permissions, mayConsentForAll, action, fields, formTargets, headers } = page
  return htmlPage({
    title: `Permissions requested - ${tenantDisplayName}`,
    formTargets,
    ...(headers ? { headers } : {}),
    main: html`${personLine(user)}
      <h1>Permissions requested</h1>
      <p><b>${clientName}</b> <span class="quiet">unverified</span></p>
      <p class="quiet">This application would like to:</p>
      ${permissions.map(
        ({ resource, scopes }) =>
          html`<h2>${resource.displayName}</h2>
            <ul>
              ${scopes.map((scope) => permissionLine(scope))}
            </ul>`,
      )}
      <p class="help">
        Accepting lets this application use your data as its own terms and privacy statement say. You can take
        it back in the directory.
      </p>
      <form method="post" action="${action}">
        ${hiddenFields({ ...fields, step: 'consent' })}
        ${
          mayConsentForAll
            ? html`<p class="check">
                <input type="checkbox" id="organization" name="organization" value="1" />
                <label for="organization">Consent on behalf of your organization</label>
              </p>`
            : undefined
        }
        <div class="actions">
          <button class="primary" name="accept" value="1">Accept</button>
          <button class="plain" name="cancel" value="1">Cancel</button>
        </div>
      </form>`,
  })
}

/** Words for people, where the resource's own are written for administrators. */
const plainWords: Readonly<Record<string, string>> = {
  openid: 'Sign you in',
  profile: 'View your basic profile',
  email: 'View your email address',
  offline_access: 'Maintain access to data you have given it access to',
  'User.Read': 'Sign you in and read your profile',
}

function permissionLine({ value, title, consent }: ResourceScope): Html {
  return html`<li>
    ${ownValue(plainWords, value) ?? title}
    <span class="quiet mono">${value}</span
    >${consent === 'Admin' ? html` <span class="role">admin</span>` : undefined}
  </li>`
}
