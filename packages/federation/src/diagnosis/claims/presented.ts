import { isValues, textAt, textsOf, type Values } from '../../paste/values.ts'

/** What a workload showed to Entra, as far as it is known. A value that is undefined is unknown, not empty. */
export interface Presented {
  readonly issuer?: string | undefined
  readonly subject?: string | undefined
  readonly audiences?: readonly string[] | undefined
  /** Every claim of a token; empty where an error text alone is known. */
  readonly claims: Values
  readonly header: Values
  /** `log`: copied from what a tool printed, where a slash at the end of an address may be a link's. */
  readonly source: 'token' | 'log'
}

/** A token that was decoded: a claim that is missing or no text counts as empty. */
export function presentedToken(header: unknown, claims: unknown): Presented {
  const values = isValues(claims) ? claims : {}
  return {
    issuer: textAt(values, 'iss') ?? '',
    subject: textAt(values, 'sub') ?? '',
    audiences: textsOf(values['aud']),
    claims: values,
    header: isValues(header) ? header : {},
    source: 'token',
  }
}

/** What a log or an error text quotes of a token. */
export function presentedInLog(values: {
  readonly issuer?: string | undefined
  readonly subject?: string | undefined
  readonly audience?: string | undefined
  readonly workflowRef?: string | undefined
}): Presented {
  const { issuer, subject, audience, workflowRef } = values
  return {
    issuer,
    subject,
    audiences: audience === undefined ? undefined : [audience],
    claims: workflowRef === undefined ? {} : { job_workflow_ref: workflowRef },
    header: {},
    source: 'log',
  }
}
