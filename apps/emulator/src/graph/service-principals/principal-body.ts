import { z } from 'zod'
import type { GraphCall } from '../core/graph-call.ts'
import { parseFields } from '../core/parse-fields.ts'
import { readObject } from '../core/read-object.ts'

const text = z.string()

/** Kept as written: nothing in the emulator reads them. */
const further = {
  alternativeNames: z.array(text),
  description: text.max(1024).nullable(),
  homepage: text.nullable(),
  loginUrl: text.nullable(),
  logoutUrl: text.nullable(),
  notes: text.max(1024).nullable(),
  notificationEmailAddresses: z.array(text),
  preferredSingleSignOnMode: text.nullable(),
  preferredTokenSigningKeyThumbprint: text.nullable(),
  replyUrls: z.array(text),
  samlSingleSignOnSettings: z.unknown(),
}

const schema = z
  .strictObject({
    ...further,
    appId: text,
    accountEnabled: z.boolean().nullable(),
    appRoleAssignmentRequired: z.boolean(),
    displayName: text.max(256),
    servicePrincipalNames: z.array(text),
    servicePrincipalType: text.nullable(),
    tags: z.array(text),
  })
  .partial()

export type PrincipalBody = z.infer<typeof schema>

/** The body of a POST or PATCH. Throws in Graph's words. */
export function readPrincipalBody(call: GraphCall): PrincipalBody {
  return parseFields(schema, readObject(call), 'ServicePrincipal')
}

/** Those properties of the body that are only kept. */
export function furtherOf(body: PrincipalBody): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(further, name)))
}
