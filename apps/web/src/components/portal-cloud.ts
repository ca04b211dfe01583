import { cloudNames, type Cloud } from '@trustwright/federation'
import type { Session } from '@trustwright/shared-schemas'

/** The cloud that this deployment speaks to. A cloud at its own addresses follows the public one's rules. */
export function cloudOf(settings: Session['settings']): Cloud {
  return cloudNames.find((name) => name === settings.cloud) ?? 'public'
}
