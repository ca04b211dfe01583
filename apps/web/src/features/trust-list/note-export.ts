import { viewEndpoints, type InventoryExport } from '@trustwright/shared-schemas'
import { call } from '../../api/client.ts'
import { notify } from '../../components/toaster.tsx'

/** Tells the audit trail that a file was taken. The file is saved already, so a failure is told and changes nothing. */
export async function noteExport(body: InventoryExport): Promise<void> {
  try {
    await call(viewEndpoints.noteExport, { body })
  } catch {
    notify({
      intent: 'warning',
      title: 'The export stands in no audit trail',
      text: 'The file is saved, but the portal did not take the note of it.',
    })
  }
}
