import * as z from 'zod'
import { DiagnosedCause } from './cause.ts'
import { limits } from './limits.ts'

const text = (what: string) =>
  z.string().max(limits.textLength, `${what} has at most ${limits.textLength} characters.`)

/** An issuer to be read as Entra would; subject and audience of the trust it is meant for, as far as they are known. */
export const IssuerProbeRequest = z.strictObject({
  issuer: text('An issuer').min(1, 'Name the issuer, such as https://oidc.contoso.com.'),
  subject: text('A subject').optional(),
  audience: text('An audience').optional(),
  /** Read it again, unless that was done some seconds ago. */
  refresh: z.boolean().optional(),
})
export type IssuerProbeRequest = z.infer<typeof IssuerProbeRequest>

/**
 * How the fetch of one document ended. From `too-long` to `host-name` the address itself is refused and nothing was looked
 * up; `private-address` says that the host has an address that is not public, and that nothing was dialled.
 */
export const IssuerFetchOutcome = z.enum([
  'read',
  'status',
  'too-long',
  'characters',
  'not-an-address',
  'scheme',
  'user-info',
  'port',
  'query',
  'ip-literal',
  'host-name',
  'dns',
  'private-address',
  'connection',
  'tls',
  'timeout',
  'protocol',
  'headers-too-large',
  'redirect',
  'content-encoding',
  'too-large',
  'content',
  'aborted',
])
export type IssuerFetchOutcome = z.infer<typeof IssuerFetchOutcome>

const fetched = {
  address: z.string(),
  outcome: IssuerFetchOutcome,
  /** HTTP status, where an answer came and did not end as it should. */
  status: z.int().nullable(),
  /** A code of DNS, the network or TLS, such as `CERT_HAS_EXPIRED`. */
  detail: z.string().nullable(),
  /** Where a redirect points. It was not followed; to be shown as text, never as a link. */
  redirectedTo: z.string().nullable(),
  milliseconds: z.int(),
}

/** Texts in it come from outside. */
export const IssuerProbe = z.strictObject({
  issuer: z.string(),
  readAt: z.iso.datetime(),
  document: z.strictObject({
    ...fetched,
    /** `issuer` of the document; null where it names none, or was not read. */
    issuer: z.string().nullable(),
    /** That issuer is the asked one, to the byte. */
    isSame: z.boolean(),
    jwksUri: z.string().nullable(),
  }),
  /** Null where no document names their address. */
  keys: z
    .strictObject({
      ...fetched,
      /** They lie on another host than the document, which is allowed. */
      onOtherHost: z.boolean(),
      list: z.array(
        z.strictObject({
          kid: z.string().nullable(),
          kty: z.string().nullable(),
          alg: z.string().nullable(),
          use: z.string().nullable(),
          bits: z.int().nullable(),
          /** A private part is published: anybody can sign with it. */
          isPrivate: z.boolean(),
          certificateStartsAt: z.iso.datetime().nullable(),
          certificateEndsAt: z.iso.datetime().nullable(),
        }),
      ),
    })
    .nullable(),
  causes: z.array(DiagnosedCause),
})
export type IssuerProbe = z.infer<typeof IssuerProbe>
