import * as z from 'zod'
import { TrustParent } from './trust-parent.ts'

/** Names a stored trust. An application's also by its ID at Graph; what breaks the rules of names is stored by some. */
export const TrustRef = z.strictObject({ parent: TrustParent, trustName: z.string().min(1).max(256) })
export type TrustRef = z.infer<typeof TrustRef>
