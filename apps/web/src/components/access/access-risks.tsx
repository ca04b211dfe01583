import type { NewRoleAssignment, Subscription } from '@trustwright/shared-schemas'
import { Fragment } from 'react'
import { powerWords } from './role-effects.ts'
import { readScope, scopeWords } from './scope-words.ts'
import { Callout } from '../../ui/callout.tsx'

interface AccessRisksProps {
  readonly name: string
  readonly roles: readonly NewRoleAssignment[]
  readonly subscriptions: readonly Subscription[]
}

/** What a stolen token would open, where that is a lot. */
export function AccessRisks({ name, roles, subscriptions }: AccessRisksProps) {
  return roles.map(({ roleId, scope }) => {
    const power = powerWords(roleId)
    const isWide = readScope(scope).kind === 'subscription'
    const place = scopeWords(scope, subscriptions).name
    return (
      <Fragment key={`${roleId} ${scope}`}>
        {power !== null && (
          <Callout intent="warning" title={`Owner-like on ${place}`}>
            <p>
              Whoever steals a token of {name} can {power} there.
            </p>
          </Callout>
        )}
        {isWide && (
          <Callout intent="warning" title={`The whole subscription ${place}`}>
            <p>The role covers every group and resource in it. A resource group is most often enough.</p>
          </Callout>
        )}
      </Fragment>
    )
  })
}
