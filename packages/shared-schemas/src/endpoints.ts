import * as z from 'zod'
import { accessEndpoints } from './access-endpoints.ts'
import { activityEndpoints } from './activity-endpoints.ts'
import { applicationEndpoints } from './application-endpoints.ts'
import { clusterEndpoints } from './cluster-endpoints.ts'
import { diagnosisEndpoints } from './diagnosis-endpoints.ts'
import { directoryEndpoints } from './directory-endpoints.ts'
import { draftEndpoints } from './draft-endpoints.ts'
import { endpoint } from './endpoint.ts'
import { findingEndpoints } from './finding-endpoints.ts'
import { fixEndpoints } from './fix-endpoints.ts'
import { githubEndpoints } from './github-endpoints.ts'
import { idSwitchEndpoints } from './id-switch-endpoints.ts'
import { Identity, IdentityDetail, NewIdentity } from './identity.ts'
import { IdentitySearch } from './inventory.ts'
import { inventoryEndpoints } from './inventory-endpoints.ts'
import { issuerEndpoints } from './issuer-endpoints.ts'
import { patternEndpoints, refusalsOfPatterns } from './pattern-endpoints.ts'
import { policyEndpoints } from './policy-endpoints.ts'
import { TrustName } from './primitives.ts'
import { proofEndpoints } from './proof-endpoints.ts'
import { Proof, ProofRequest } from './proof.ts'
import { removalEndpoints } from './removal-endpoints.ts'
import { requestEndpoints } from './request-endpoints.ts'
import { reviewEndpoints } from './review-endpoints.ts'
import { Session } from './session.ts'
import { setUpEndpoints } from './set-up-endpoints.ts'
import { InResourceGroup, InSubscription, subscriptionEndpoints } from './subscription-endpoints.ts'
import { AnyNewTrust, AnyTrustChange, DeletedTrust, Trust } from './trust.ts'
import { IdentityPath } from './trust-parent.ts'
import { trustHistoryEndpoints } from './trust-history.ts'
import { viewEndpoints } from './view-endpoints.ts'

const TrustPath = z.strictObject({ ...IdentityPath.shape, trustName: TrustName })
const identityPath = '/api/identities/mi/:subscriptionId/:resourceGroup/:identityName'

/** Every address of the portal's API. */
export const endpoints = {
  readSession: endpoint({
    operationId: 'readSession',
    summary: 'Who is signed in, and the settings the browser needs',
    method: 'GET',
    path: '/api/session',
    access: 'public',
    status: 200,
    reply: Session,
    errors: [],
  }),
  signOut: endpoint({
    operationId: 'signOut',
    summary: 'End the session here; the reply says where to go to end it at Entra too',
    method: 'POST',
    path: '/api/sign-out',
    access: 'public',
    door: 'cookie',
    status: 200,
    reply: z.strictObject({ continueAt: z.string() }),
    errors: [],
  }),
  ...subscriptionEndpoints,
  ...applicationEndpoints,
  ...accessEndpoints,
  ...patternEndpoints,
  ...draftEndpoints,
  ...setUpEndpoints,
  ...githubEndpoints,
  ...clusterEndpoints,
  ...directoryEndpoints,
  ...issuerEndpoints,
  ...diagnosisEndpoints,
  ...proofEndpoints,
  listIdentities: endpoint({
    operationId: 'listIdentities',
    summary: 'User-assigned managed identities of a subscription',
    method: 'GET',
    path: '/api/subscriptions/:subscriptionId/identities',
    access: 'signed-in',
    params: InSubscription,
    status: 200,
    reply: z.strictObject({ identities: z.array(Identity) }),
    errors: ['NOT_FOUND'],
  }),
  listAllIdentities: endpoint({
    operationId: 'listAllIdentities',
    summary: 'User-assigned managed identities of every subscription that the person may read',
    method: 'GET',
    path: '/api/identities',
    access: 'signed-in',
    status: 200,
    reply: IdentitySearch,
    errors: [],
  }),
  createIdentity: endpoint({
    operationId: 'createIdentity',
    summary: 'Create a user-assigned managed identity',
    method: 'POST',
    path: '/api/subscriptions/:subscriptionId/resource-groups/:resourceGroup/identities',
    access: 'signed-in',
    params: InResourceGroup,
    body: NewIdentity,
    status: 201,
    reply: Identity,
    errors: ['IDENTITY_EXISTS', 'FORBIDDEN', 'POLICY_REFUSED', 'RESOURCE_LOCKED', 'NOT_FOUND'],
  }),
  readIdentity: endpoint({
    operationId: 'readIdentity',
    summary: 'One identity, and what the person may do with its trusts',
    method: 'GET',
    path: identityPath,
    access: 'signed-in',
    params: IdentityPath,
    status: 200,
    reply: IdentityDetail,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  listTrusts: endpoint({
    operationId: 'listTrusts',
    summary: 'Trusts of one identity, and those deleted here that can be made again',
    method: 'GET',
    path: `${identityPath}/trusts`,
    access: 'signed-in',
    params: IdentityPath,
    status: 200,
    reply: z.strictObject({ trusts: z.array(Trust), deleted: z.array(DeletedTrust) }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  createTrust: endpoint({
    operationId: 'createTrust',
    summary: 'Store a new trust; an existing name is refused, never overwritten',
    method: 'POST',
    path: `${identityPath}/trusts`,
    access: 'signed-in',
    params: IdentityPath,
    body: AnyNewTrust,
    status: 201,
    reply: Trust,
    errors: [
      'TRUST_NAME_TAKEN',
      'TRUST_PAIR_TAKEN',
      'TRUST_LIMIT_REACHED',
      'TRUST_WOULD_FAIL',
      'REGION_NOT_SUPPORTED',
      'CONCURRENT_WRITE',
      ...refusalsOfPatterns,
      'RESOURCE_LOCKED',
      'POLICY_REFUSED',
      'GUARDRAIL_REFUSED',
      'FORBIDDEN',
      'NOT_FOUND',
    ],
  }),
  readTrust: endpoint({
    operationId: 'readTrust',
    summary: 'One trust',
    method: 'GET',
    path: `${identityPath}/trusts/:trustName`,
    access: 'signed-in',
    params: TrustPath,
    status: 200,
    reply: Trust,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  changeTrust: endpoint({
    operationId: 'changeTrust',
    summary: 'Replace issuer, subject or pattern, and audience of a trust',
    method: 'PUT',
    path: `${identityPath}/trusts/:trustName`,
    access: 'signed-in',
    params: TrustPath,
    body: AnyTrustChange,
    status: 200,
    reply: Trust,
    errors: [
      'TRUST_CHANGED_MEANWHILE',
      'TRUST_KIND_FIXED',
      'TRUST_PAIR_TAKEN',
      'TRUST_WOULD_FAIL',
      'CONCURRENT_WRITE',
      ...refusalsOfPatterns,
      'RESOURCE_LOCKED',
      'POLICY_REFUSED',
      'GUARDRAIL_REFUSED',
      'FORBIDDEN',
      'NOT_FOUND',
    ],
  }),
  deleteTrust: endpoint({
    operationId: 'deleteTrust',
    summary: 'Delete a trust; it can be made again for 30 days',
    method: 'DELETE',
    path: `${identityPath}/trusts/:trustName`,
    access: 'signed-in',
    params: TrustPath,
    query: z.strictObject({ fingerprint: z.string().min(1) }),
    status: 200,
    reply: DeletedTrust,
    errors: ['TRUST_CHANGED_MEANWHILE', 'CONCURRENT_WRITE', 'RESOURCE_LOCKED', 'FORBIDDEN', 'NOT_FOUND'],
  }),
  restoreTrust: endpoint({
    operationId: 'restoreTrust',
    summary: 'Make a deleted trust again, with the same values',
    method: 'POST',
    path: `${identityPath}/deleted-trusts/:deletedTrustId/restore`,
    access: 'signed-in',
    params: z.strictObject({ ...IdentityPath.shape, deletedTrustId: z.uuid() }),
    status: 201,
    reply: Trust,
    errors: [
      'TRUST_NOT_RESTORABLE',
      'TRUST_NAME_TAKEN',
      'TRUST_PAIR_TAKEN',
      'TRUST_LIMIT_REACHED',
      'CONCURRENT_WRITE',
      ...refusalsOfPatterns,
      'RESOURCE_LOCKED',
      'POLICY_REFUSED',
      'GUARDRAIL_REFUSED',
      'FORBIDDEN',
      'NOT_FOUND',
    ],
  }),
  proveTrust: endpoint({
    operationId: 'proveTrust',
    summary: 'Run the real token exchange with a token of the workload',
    method: 'POST',
    path: `${identityPath}/trusts/:trustName/proof`,
    access: 'signed-in',
    params: TrustPath,
    body: ProofRequest,
    status: 200,
    reply: Proof,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  ...inventoryEndpoints,
  ...findingEndpoints,
  ...idSwitchEndpoints,
  ...trustHistoryEndpoints,
  ...fixEndpoints,
  ...removalEndpoints,
  ...activityEndpoints,
  ...policyEndpoints,
  ...requestEndpoints,
  ...viewEndpoints,
  ...reviewEndpoints,
} as const
