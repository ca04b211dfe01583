import type { Session, Trust } from '@trustwright/shared-schemas'
import type { ParentDetail } from '../../../api/parent-queries.ts'
import { codeForms, type CodeForm } from '../../../components/code/code-context.ts'

const ofWorkloads: readonly CodeForm['form'][] = ['github-workflow', 'workload', 'kubernetes-manifest']

/** What runs on the platform and signs in with the trust; null where the platform has no such file. */
export function testJobOf(
  trust: Trust,
  detail: ParentDetail | null,
  settings: Session['settings'],
): CodeForm | null {
  return codeForms(trust, detail, settings).find(({ form }) => ofWorkloads.includes(form)) ?? null
}
