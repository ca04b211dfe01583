import { html, htmlPage, type Html } from '../kernel/html.ts'
import type { EmulatorResponse } from '../kernel/operation.ts'
import { brokenIssuers } from '../seed-broken-issuers.ts'
import { platformFamilies } from './platform-list.ts'
import type { Minted } from './mint-token.ts'
import type { FieldProblem, Platform } from './platform.ts'
import { sampleFields, type SampleField, type SampleValues } from './sample-forms.ts'

const title = 'Sample token'

const purpose = html`<h1>${title}</h1>
  <p class="quiet">
    Signs a token as an outside platform would, so that a trust can be proven without running a workflow or a
    pod. It is worth nothing outside this machine.
  </p>`

/** Without an issuer: what this page is, and which platforms it can speak for. */
export function startPage(): EmulatorResponse {
  return htmlPage({
    title,
    wide: true,
    main: html`${purpose}
      <p>Choose the platform to speak for.</p>
      ${issuerList()}`,
  })
}

export function unknownIssuerPage(issuer: string): EmulatorResponse {
  return htmlPage({
    title,
    wide: true,
    main: html`${purpose}
      <p class="problem" role="alert">
        <b>This issuer does not run here.</b> <span class="mono">${issuer}</span> cannot be imitated, so there
        is no token of it. Issuers are compared letter by letter, a slash at the end included.
      </p>
      <p>These run here:</p>
      ${issuerList()}`,
  })
}

export interface SampleForm {
  platform: Platform
  wantedIssuer: string
  /** What the issuer's address already says. */
  issuerFields: SampleValues
  /** The page's own address with its query: the form posts there. */
  action: string
  values: SampleValues
  wantedSubject: string
  /** False: the wanted subject does not follow from natural fields. */
  understood: boolean
  minted?: Minted
}

export function formPage(form: SampleForm): EmulatorResponse {
  const { platform, wantedIssuer, issuerFields, action, values, wantedSubject, understood, minted } = form
  const problems = minted && 'problems' in minted ? minted.problems.map(onControl) : []
  const fields = sampleFields(platform, issuerFields)
  const stray = problems.filter(({ field }) => !fields.some(({ name }) => name === field))
  return htmlPage({
    title: `${title} - ${platform.title}`,
    wide: true,
    main: html`${purpose} ${minted && 'token' in minted ? tokenSection(minted, wantedSubject) : undefined}
      <h2>${platform.title}</h2>
      <p class="mono quiet">${wantedIssuer}</p>
      ${
        understood || wantedSubject === ''
          ? undefined
          : html`<p class="problem" role="alert">
              <b>This subject was not understood.</b> <span class="mono">${wantedSubject}</span> does not
              follow from the fields of ${platform.title}. Fill them in to mint a token with another subject,
              or <a href="${rawAddress(form)}">mint this one as it is</a>.
            </p>`
      }
      <form method="post" action="${action}">
        ${stray.map(({ field, text }) => html`<p class="problem" role="alert">${field} ${text}.</p>`)}
        ${fields.map((field) => control(field, values[field.name] ?? '', problems))}
        <div class="actions"><button class="primary">Mint token</button></div>
      </form>`,
  })
}

/** The form that takes any subject. */
function rawAddress({ wantedIssuer: issuer, wantedSubject: subject, values }: SampleForm): string {
  const query = { issuer, subject, audience: values.audience ?? '', platform: 'generic' }
  return `/issuers/sample?${new URLSearchParams(query).toString()}`
}

/** Environment, branch and tag share one control. */
function onControl({ field, text }: FieldProblem): FieldProblem {
  return { field: ['environment', 'branch', 'tag'].includes(field) ? 'value' : field, text }
}

function tokenSection(
  { token, claims }: { token: string; claims: Record<string, unknown> },
  wantedSubject: string,
): Html {
  const differs = wantedSubject !== '' && wantedSubject !== claims.sub
  return html`<h2><label for="token">Token</label></h2>
    <textarea id="token" readonly rows="8" spellcheck="false">${token}</textarea>
    <p class="help">Copy all of it into the trust's page in the portal.</p>
    ${
      differs
        ? html`<p class="problem" role="alert">
            <b>Not the subject asked for.</b> Asked: <span class="mono">${wantedSubject}</span>. In the token:
            <span class="mono">${String(claims.sub)}</span>.
          </p>`
        : undefined
    }
    <h2>Claims</h2>
    <pre tabindex="0">${JSON.stringify(claims, null, 2)}</pre>`
}

function control(field: SampleField, value: string, problems: readonly FieldProblem[]): Html {
  const { name, label, help, options } = field
  const problem = problems.find((each) => each.field === name)
  const notes = [...(help ? [`${name}-help`] : []), ...(problem ? [`${name}-problem`] : [])].join(' ')
  const state = html`${notes === '' ? undefined : html`aria-describedby="${notes}"`}
  ${problem ? html`aria-invalid="true"` : undefined}`
  return html`<label for="${name}">${label}</label> ${
      options
        ? html`<select id="${name}" name="${name}" ${state}>
            ${options.map(
              ([choice, text]) =>
                html`<option value="${choice}" ${choice === value ? html`selected` : undefined}>
                  ${text}
                </option>`,
            )}
          </select>`
        : html`<input
            id="${name}"
            name="${name}"
            value="${value}"
            spellcheck="false"
            autocomplete="off"
            ${state}
          />`
    }
    ${help ? html`<p class="help" id="${name}-help">${help}</p>` : undefined}
    ${problem ? html`<p class="problem" id="${name}-problem">${label} ${problem.text}.</p>` : undefined}`
}

function issuerList(): Html {
  return html`${platformFamilies.map(
      (family) =>
        html`<h2>${family.title}</h2>
          ${tiles(family.members.map(({ id, title: name, standardIssuer: issuer }) => ({ id, name, issuer })))}`,
    )}
    <details>
      <summary>Broken on purpose</summary>
      <p class="quiet">Their tokens are in order. What is wrong is the issuer, so Entra refuses them.</p>
      ${tiles(Object.values(brokenIssuers).map(({ id, what, issuer }) => ({ id, name: what, issuer })))}
    </details>`
}

function tiles(issuers: readonly { id: string; name: string; issuer: string }[]): Html {
  return html`<ul class="tiles">
    ${issuers.map(
      ({ id, name, issuer }) =>
        html`<li>
          <a href="/issuers/sample?${new URLSearchParams({ issuer, platform: id }).toString()}">${name}</a>
          <div class="mono quiet">${issuer}</div>
        </li>`,
    )}
  </ul>`
}
