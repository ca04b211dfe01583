import { recognise } from '../recognise.ts'
import { armTemplate } from './arm-template.ts'
import { azureCli } from './azure-cli.ts'
import type { Export, ExportContext, ExportForm } from './export.ts'
import { workloadRenderers } from './workload-renderers.ts'

const renderers: Readonly<Record<ExportForm, (context: ExportContext) => Export>> = {
  ...workloadRenderers,
  'azure-cli': azureCli,
  'arm-template': armTemplate,
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
  const platform = recognise(context.trust)?.presetId
  return [
    ...(platform === 'github-actions' ? (['github-workflow'] as const) : []),
    ...(platform === 'kubernetes' ? (['kubernetes-manifest'] as const) : []),
    'azure-cli',
    ...(context.parent.kind === 'managedIdentity' ? (['arm-template'] as const) : []),
    'exchange-curl',
  ]
}
