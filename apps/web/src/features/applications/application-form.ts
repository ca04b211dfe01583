import { NewApplication } from '@trustwright/shared-schemas'
import * as z from 'zod'

/** The form as it is on the screen. */
export const ApplicationForm = z.strictObject({ displayName: NewApplication.shape.displayName })
export type ApplicationFormValues = z.infer<typeof ApplicationForm>
