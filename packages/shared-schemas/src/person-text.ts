import * as z from 'zod'
import { holdsUnseen } from './primitives.ts'

/** A reason in a person's words, as the audit trail keeps it. */
export const PersonText = z
  .string()
  .trim()
  .min(3, 'Say why, in a few words.')
  .max(1000, 'A reason has at most 1,000 characters.')
  .refine((text) => !/[\p{Cc}--[\n\t]]/v.test(text) && !holdsUnseen(text), {
    error: 'The reason holds a character that cannot be seen: type it anew.',
  })
