import { z } from 'zod'
import { isTemplateKey } from '../issuers/github-fields.ts'

/** https://docs.github.com/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository */
export const claimKeys = z
  .array(z.string().refine(isTemplateKey, 'is not a claim that can be part of the subject'))
  .min(1, 'is empty')
