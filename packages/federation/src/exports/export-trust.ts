import { recognise } from '../recognise.ts'
import { armTemplate } from './arm-template.ts'
import { azureCli } from './azure-cli.ts'
import type { Export, ExportContext, ExportForm } from './export.ts'
import { presetOf } from '../presets/list.ts'
import { exchangeCurl } from './exchange-curl.ts'
import { serviceAccountSubject } from './kubernetes-manifest.ts'
import type { WorkloadContext } from './workload-context.ts'
import { workloadRenderers } from './workload-renderers.ts'

const renderers: Readonly<Record<ExportForm, (context: ExportContext) => Export>> = {
  ...workloadRenderers,
  'azure-cli': azureCli,
  'arm-template': armTemplate,
  workload: workloadSnippet,
}

/**
 * A stored trust as a text to take away. IDs that are not known become placeholders. Ask `exportFormsFor` first: an ARM
 * template of an application throws a RangeError.
 */
export function exportTrust(form: ExportForm, context: ExportContext): Export {
  return renderers[form](context)
}

/** The forms that make sense for a trust, the most useful one first. */
export function exportFormsFor(context: Pick<ExportContext, 'trust' | 'parent'>): readonly ExportForm[] {
  return [
    ...workloadForms(context.trust),
    'azure-cli',
    ...(context.parent.kind === 'managedIdentity' ? (['arm-template'] as const) : []),
    'exchange-curl',
  ]
}

function workloadForms(trust: ExportContext['trust']): readonly ExportForm[] {
  const platform = recognise(trust)?.presetId ?? 'other-issuer'
  if (platform === 'github-actions') return ['github-workflow']
  if (serviceAccountSubject.test(trust.subject ?? '')) return ['kubernetes-manifest']
  return presetOf(platform).snippet === exchangeCurl ? [] : ['workload']
}

/** How a workload of the recognised platform uses the trust. */
function workloadSnippet(context: WorkloadContext): Export {
  const recognised = recognise(context.trust)
  return presetOf(recognised?.presetId ?? 'other-issuer').snippet(context, recognised?.fields ?? {})
}
