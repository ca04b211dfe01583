import type { Difference } from '../kernel/difference.ts'

/** Where Microsoft Graph is imitated smaller than it is, or on facts that are not sure. */
export const graphDifferences: readonly Difference[] = [
  {
    area: 'Graph',
    what: 'Of Graph only applications, service principals, federated identity credentials, consent, app role assignments, sign-ins, audits, batches, and the reading of people, groups and directory roles are there; other segments answer 501 NotEmulated.',
    why: 'The rest has nothing to do with workload identity federation. A segment that Graph itself does not have is refused in its words.',
    certainty: 'documented',
  },
  {
    area: 'Graph',
    what: 'People, groups and directory roles cannot be written; delta queries, extension properties, policies, addKey and secrets of service principals are missing.',
    why: 'No client that the emulator was made for needs them.',
    certainty: 'documented',
  },
  {
    area: 'Graph',
    what: 'An identifier URI may name any host: verified domains of a tenant are not imitated.',
    why: 'The rule depends on the tenant and on the age of the application.',
    certainty: 'documented',
  },
  {
    area: 'Graph',
    what: 'A filter of more than 100 nodes is refused in the words of OData.',
    why: 'The limit is the default of the library that Graph is reported to be built on.',
    certainty: 'assumed',
  },
  {
    area: 'Graph',
    what: 'Text in a filter is compared without regard to case, also issuer and subject of credentials.',
    why: 'The directory does so for its string properties; for credentials it is not published.',
    certainty: 'assumed',
  },
  {
    area: 'Graph',
    what: 'A 21st credential answers 403 Directory_ResultSizeLimitExceeded.',
    why: 'The status was reported; code and text are those of the directory for an object that is full.',
    certainty: 'reported',
  },
  {
    area: 'Graph',
    what: 'A write of a credential that breaks a rule without a published text (name, rename, length, audiences, missing field, issuer) answers 400 InvalidFederatedIdentityCredentialValue in the pattern of the published texts.',
    why: 'Only the texts for a double issuer and subject, a double name and a refused expression were seen in full.',
    certainty: 'assumed',
  },
  {
    area: 'Graph',
    what: 'A name needs three characters at least, an issuer http or https, and exactly one audience, also when only Graph is asked.',
    why: 'Published for credentials in general; whether Graph itself checks each of them is not.',
    certainty: 'assumed',
  },
  {
    area: 'Graph',
    what: 'An issuer in the setting `refusedIssuers` is refused with a text around the words "not allowed as per assigned policy".',
    why: 'Those words were reported; the full text and the policy object behind it are not published.',
    certainty: 'reported',
  },
  {
    area: 'Graph',
    what: 'With the setting `expressionsOnApplications` off every expression is refused with the words of a rule that is broken.',
    why: 'What a tenant without the preview answers was not seen.',
    certainty: 'assumed',
  },
  {
    area: 'Graph',
    what: 'With the setting `brokenCredentialList` v1.0 breaks a list off at the first flexible credential, with status 200.',
    why: 'Reported in December 2024; the newer metadata suggests that it is repaired, so it is off by default.',
    certainty: 'reported',
  },
  {
    area: 'Graph',
    what: "Writes to the credentials of a managed identity's service principal answer 403.",
    why: 'Azure Resource Manager owns them; what Graph answers is not published.',
    certainty: 'assumed',
  },
  {
    area: 'Graph',
    what: 'Which properties may be filtered follows the documented table for users, groups, applications and service principals, shortened to the properties kept here.',
    why: 'Other properties are refused as not indexed.',
    certainty: 'documented',
  },
  {
    area: 'Graph',
    what: 'A page token holds the last object and its place instead of a snapshot, and never expires.',
    why: 'Tokens are opaque; how long they live is not published.',
    certainty: 'assumed',
  },
  {
    area: 'Graph',
    what: 'In $batch every request of the 20 runs one after the other, and `dependsOn` names earlier requests only.',
    why: 'Graph may answer in another order, which a client has to expect; here the order is that of the request.',
    certainty: 'documented',
  },
  {
    area: 'Graph',
    what: 'Of the published limits the resource units, the writes of one application and the five report requests per ten seconds are counted; the limits of an application across tenants, of a whole tenant, and of reading certificates are not.',
    why: 'One emulator has one tenant and few clients.',
    certainty: 'documented',
  },
  {
    area: 'Graph',
    what: 'With `graphVisibilityMs` reads see a write of applications, credentials, principals and consent that much later, while writes of applications and credentials and their rules see it at once.',
    why: 'The directory reads from replicas and writes to one primary; how long the lag is differs, so it is a setting.',
    certainty: 'documented',
  },
  {
    area: 'Graph',
    what: 'An application made by an application is owned by it, whichever permission was used.',
    why: 'Published for Application.ReadWrite.OwnedBy; taken to hold for the others.',
    certainty: 'assumed',
  },
  {
    area: 'Graph',
    what: 'PATCH of `web` and `api` leaves the members that it does not name.',
    why: 'Seen in what Azure CLI relies on; not published.',
    certainty: 'reported',
  },
  {
    area: 'Graph',
    what: 'An `api://` identifier is taken with any text behind it; only http and https ones need a verified domain.',
    why: 'The newer tenant policy that also asks for the tenant or application id is left out.',
    certainty: 'documented',
  },
  {
    area: 'Graph',
    what: 'Audit rows exist for changes of applications, owners, credentials, service principals and grants made through Graph, and appear at once; the newest 5,000 are kept.',
    why: 'Azure keeps them for days and shows them minutes later.',
    certainty: 'documented',
  },
  {
    area: 'Graph',
    what: 'HEAD is answered like GET without a body.',
    why: 'What Graph answers to HEAD is not published.',
    certainty: 'assumed',
  },
  {
    area: 'Graph',
    what: 'The 501 of what is not built, and the refusal of an unknown segment after an object, cover the segments of applications; after other objects every unknown segment is 501.',
    why: 'Graph has thousands of relations; only those of applications are listed here.',
    certainty: 'documented',
  },
]
