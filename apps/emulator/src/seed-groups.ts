import { accounts, automationClient } from './seed.ts'

/** Security groups of the seeded tenant. */
export const seedGroups = {
  platform: {
    objectId: '4c7d1e92-0d35-4b8a-9f61-3a5b7c9d0001',
    displayName: 'Platform engineers',
    mailNickname: 'platform-engineers',
    memberIds: [accounts.developer.objectId, automationClient.servicePrincipalId],
  },
  /** Whom the portal's rules may let make trusts. */
  trustMakers: {
    objectId: '4c7d1e92-0d35-4b8a-9f61-3a5b7c9d0003',
    displayName: 'Trust makers',
    mailNickname: 'trust-makers',
    memberIds: [accounts.developer.objectId],
  },
  auditors: {
    objectId: '4c7d1e92-0d35-4b8a-9f61-3a5b7c9d0002',
    displayName: 'Auditors',
    mailNickname: 'auditors',
    memberIds: [accounts.reader.objectId],
  },
} as const
