import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { TrustName } from './primitives.ts'
import { Proof, ProofRequest } from './proof.ts'
import { refusalsOfNewTrusts, refusalsOfTrusts } from './trust-refusals.ts'
import { AnyNewTrust, AnyTrustChange, DeletedTrust, Trust } from './trust.ts'
import { IdentityPath, identityAddress } from './trust-parent.ts'

const TrustPath = z.strictObject({ ...IdentityPath.shape, trustName: TrustName })

/** The addresses of a managed identity's trusts; a part of `endpoints`. */
export const trustEndpoints = {
  listTrusts: endpoint({
    operationId: 'listTrusts',
    summary: 'Trusts of one identity, and those deleted here that can be made again',
    method: 'GET',
    path: `${identityAddress}/trusts`,
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
    path: `${identityAddress}/trusts`,
    access: 'signed-in',
    params: IdentityPath,
    body: AnyNewTrust,
    status: 201,
    reply: Trust,
    errors: ['TRUST_WOULD_FAIL', 'REGION_NOT_SUPPORTED', 'RESOURCE_LOCKED', ...refusalsOfNewTrusts],
  }),
  readTrust: endpoint({
    operationId: 'readTrust',
    summary: 'One trust',
    method: 'GET',
    path: `${identityAddress}/trusts/:trustName`,
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
    path: `${identityAddress}/trusts/:trustName`,
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
      'RESOURCE_LOCKED',
      ...refusalsOfTrusts,
    ],
  }),
  deleteTrust: endpoint({
    operationId: 'deleteTrust',
    summary: 'Delete a trust; it can be made again for 30 days',
    method: 'DELETE',
    path: `${identityAddress}/trusts/:trustName`,
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
    path: `${identityAddress}/deleted-trusts/:deletedTrustId/restore`,
    access: 'signed-in',
    params: z.strictObject({ ...IdentityPath.shape, deletedTrustId: z.uuid() }),
    status: 201,
    reply: Trust,
    errors: ['TRUST_NOT_RESTORABLE', 'RESOURCE_LOCKED', ...refusalsOfNewTrusts],
  }),
  proveTrust: endpoint({
    operationId: 'proveTrust',
    summary: 'Run the real token exchange with a token of the workload',
    method: 'POST',
    path: `${identityAddress}/trusts/:trustName/proof`,
    access: 'signed-in',
    params: TrustPath,
    body: ProofRequest,
    status: 200,
    reply: Proof,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
} as const
