import type { Cloud } from '../model/cloud.ts'
import { presetOf } from '../presets/list.ts'
import { recognise } from '../recognise.ts'
import { armTemplate } from './arm-template.ts'
import { azRest } from './az-rest.ts'
import { azureCliPowershell } from './azure-cli-powershell.ts'
import { azureCli } from './azure-cli.ts'
import { azurePowershell } from './azure-powershell.ts'
import { bicep } from './bicep.ts'
import { hasExpression, trustsOf } from './definition.ts'
import { exchangeCurl } from './exchange-curl.ts'
import type { Export, ExportContext, ExportForm } from './export.ts'
import { httpFile } from './http-file.ts'
import { serviceAccountSubject } from './kubernetes-manifest.ts'
import { pulumiTypescript } from './pulumi.ts'
import { terraformAzapi } from './terraform-azapi.ts'
import { terraform, trustSurvivesTerraform } from './terraform.ts'
import type { WorkloadContext } from './workload-context.ts'
import { workloadRenderers } from './workload-renderers.ts'

const renderers: Readonly<Record<ExportForm, (context: ExportContext) => Export>> = {
  ...workloadRenderers,
  workload: workloadSnippet,
  'azure-cli': azureCli,
  'azure-cli-powershell': azureCliPowershell,
  'azure-powershell': azurePowershell,
  'az-rest': azRest,
  http: httpFile,
  'arm-template': armTemplate,
  bicep,
  terraform,
  'terraform-azapi': terraformAzapi,
  'pulumi-typescript': pulumiTypescript,
}

/**
 * Stored trusts of one parent as a text to take away. IDs that are not known become placeholders. Ask `exportFormsFor`
 * first: a form that cannot hold the parent or the trust throws a RangeError.
 */
export function exportTrust(form: ExportForm, context: ExportContext): Export {
  return renderers[form](context)
}

/** The forms that make sense for a trust, the most useful one first. */
export function exportFormsFor(
  context: Pick<ExportContext, 'trust' | 'trusts' | 'parent' | 'cloud'>,
): readonly ExportForm[] {
  const identity = context.parent.kind === 'managedIdentity'
  const { cloud = 'public' } = context
  const composed = trustsOf(context).every(trustSurvivesTerraform)
  return [
    ...workloadForms(context.trust, cloud),
    'azure-cli',
    'azure-cli-powershell',
    'azure-powershell',
    'az-rest',
    'http',
    ...only(identity, 'arm-template'),
    ...only(identity || cloud === 'public', 'bicep'),
    ...only(composed, 'terraform'),
    ...only(composed && identity, 'terraform-azapi'),
    ...only(!identity || !hasExpression(trustsOf(context)), 'pulumi-typescript'),
    'exchange-curl',
  ]
}

function only(fits: boolean, form: ExportForm): readonly ExportForm[] {
  return fits ? [form] : []
}

function workloadForms(trust: ExportContext['trust'], cloud: Cloud): readonly ExportForm[] {
  const platform = recognise(trust, cloud)?.presetId ?? 'other-issuer'
  if (platform === 'github-actions') return ['github-workflow']
  if (serviceAccountSubject.test(trust.subject ?? '')) return ['kubernetes-manifest']
  return presetOf(platform).snippet === exchangeCurl ? [] : ['workload']
}

/** How a workload of the recognised platform uses the trust. */
function workloadSnippet(context: WorkloadContext): Export {
  const recognised = recognise(context.trust, context.cloud)
  return presetOf(recognised?.presetId ?? 'other-issuer').snippet(context, recognised?.fields ?? {})
}
