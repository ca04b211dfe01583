import type { TrustParent } from '@trustwright/shared-schemas'
import { underApproval } from './domain/approval.ts'
import { holderOf } from './domain/credential-holder.ts'
import { holdsTrust } from './domain/holds-trust.ts'
import type { ApprovedTrusts } from './features/requests/request-deps.ts'
import { changeTrust } from './features/trusts/change-trust.ts'
import { createTrust } from './features/trusts/create-trust.ts'
import type { TrustDeps } from './features/trusts/trust-deps.ts'

/** Writes of trusts that somebody asked an administrator for. */
export function approvedTrusts(trusts: TrustDeps): ApprovedTrusts {
  const on = (parent: TrustParent) => holderOf(trusts, parent)
  return {
    create: (caller, parent, trust, approval) =>
      createTrust(underApproval(trusts, approval), caller, on(parent), trust),
    change: (caller, { parent, trustName }, { fingerprint, description, ...change }, approval) =>
      changeTrust(underApproval(trusts, approval), caller, on(parent), trustName, {
        ...change,
        ...(parent.kind === 'application' && description !== undefined && { description }),
        fingerprint: fingerprint ?? '',
      }),
    isStored: (caller, parent, name, values) => holdsTrust(on(parent), caller, name, values),
    read: (caller, parent, name) => on(parent).read(caller, name),
  }
}
