import {
  exportFormsFor,
  exportTrust,
  recognise,
  type Export,
  type ExportContext,
  type ExportedTrust,
  type ExportForm,
} from '@trustwright/federation'
import type { Session, Trust } from '@trustwright/shared-schemas'
import type { ParentDetail } from '../../api/parent-queries.ts'
import { cloudOf } from '../portal-cloud.ts'
import { withDoctorStep } from './doctor-step.ts'

type CodeParent = Pick<ParentDetail, 'tenantId' | 'clientId' | 'identity' | 'application'>

export interface CodeForm {
  readonly form: ExportForm
  readonly title: string
  /** What it is for, and what to do with it. */
  readonly purpose: string
  readonly code: Export
}

const guides: Record<ExportForm, { title: string; purpose: string }> = {
  'github-workflow': {
    title: 'GitHub workflow',
    purpose: 'A job that signs in with this trust. The IDs are no secrets: they may stand in the file.',
  },
  'kubernetes-manifest': {
    title: 'Kubernetes manifest',
    purpose: 'The service account and the label that pods need to get a token for this trust.',
  },
  workload: {
    title: 'Workload',
    purpose:
      'How the workload gets its token and signs in with this trust. The IDs are no secrets: they may stand in the file.',
  },
  'azure-cli': {
    title: 'Azure CLI',
    purpose: 'The same trust made by command, and a check that signing in works. For bash.',
  },
  'azure-cli-powershell': {
    title: 'az in PowerShell',
    purpose: 'The same commands of the Azure CLI, quoted for PowerShell.',
  },
  'azure-powershell': {
    title: 'Azure PowerShell',
    purpose: 'The same trust made by the Az module.',
  },
  'az-rest': {
    title: 'az rest',
    purpose: 'The request itself, sent by the Azure CLI with your own sign-in.',
  },
  http: {
    title: 'HTTP file',
    purpose: 'The request itself, for an editor or a client that sends .http files.',
  },
  'arm-template': {
    title: 'ARM template',
    purpose: 'The identity and this trust as a deployment, with the identity made first.',
  },
  bicep: {
    title: 'Bicep',
    purpose: 'The same definition in Bicep, for a repository that deploys with it.',
  },
  terraform: {
    title: 'Terraform',
    purpose: 'The trust as a resource, with the block that takes over the one that is stored.',
  },
  'terraform-azapi': {
    title: 'Terraform, AzAPI',
    purpose: 'The same for configurations that use the AzAPI provider.',
  },
  'pulumi-typescript': {
    title: 'Pulumi',
    purpose: 'The trust as a resource of a Pulumi program in TypeScript.',
  },
  'exchange-curl': {
    title: 'Raw request',
    purpose: 'The token exchange itself, for a workload without a Microsoft library.',
  },
}

/**
 * What Azure holds already (`stored`), Terraform and Pulumi adopt. `detail` is null where the parent could not be read: its
 * IDs are then placeholders in the texts. `portal` is where the link to the doctor leads; null: there is none.
 */
export function codeForms(
  trust: Trust,
  detail: CodeParent | null,
  settings: Session['settings'],
  { stored = true, portal = null }: { readonly stored?: boolean; readonly portal?: string | null } = {},
): CodeForm[] {
  const context = { ...codeContext(trust, detail, settings), stored }
  const codeOf = (form: ExportForm) => {
    const code = exportTrust(form, context)
    return form === 'github-workflow' && portal !== null ? withDoctorStep(code, trust.parent, portal) : code
  }
  return exportFormsFor(context).map((form) => ({
    form,
    ...guides[form],
    ...(form === 'workload' ? { title: platformOf(trust, settings) } : {}),
    code: codeOf(form),
  }))
}

function platformOf(trust: Trust, settings: Session['settings']): string {
  return recognise(trust, cloudOf(settings))?.platform ?? guides.workload.title
}

/** The trust in the words of the exports. */
export function exportedTrust(trust: Trust): ExportedTrust {
  const { name, issuer, subject, audiences, description, expression, credentialId } = trust
  return {
    name,
    issuer,
    subject,
    audiences,
    claimsMatchingExpression: expression ?? null,
    ...(trust.parent.kind === 'application' ? { description, credentialId } : {}),
  }
}

function codeContext(trust: Trust, detail: CodeParent | null, settings: Session['settings']): ExportContext {
  return {
    trust: exportedTrust(trust),
    parent: trust.parent,
    tenantId: detail?.tenantId ?? settings.tenantId,
    cloud: cloudOf(settings),
    authorityHost: settings.authorityHost,
    armEndpoint: settings.armEndpoint,
    graphEndpoint: settings.graphEndpoint,
    ...(trust.parent.kind === 'application' ? { clientId: trust.parent.appId } : {}),
    ...(detail === null ? {} : { clientId: detail.clientId }),
    ...(detail?.application ? { applicationObjectId: detail.application.objectId } : {}),
    ...(detail?.identity
      ? { subscriptionId: detail.identity.subscriptionId, location: detail.identity.location }
      : {}),
  }
}
