import type { World } from '../../kernel/world.ts'
import { refuse, type Refusal } from '../core/refusal.ts'

/** Resource Graph's envelope. Seen in Azure/aztfexport#485. */
function graphRefusal(
  world: World,
  status: number,
  code: string,
  details: Record<string, unknown>[],
  headers: Record<string, string> = {},
): Refusal {
  const timestamp = new Date(world.clock.now()).toISOString()
  const message = `Please provide below info when asking for support: timestamp = ${timestamp}, correlationId = ${world.newGuid()}.`
  return refuse({ status, code, message }, { details, headers })
}

export const graphFaults = {
  query: (world: World, details: Record<string, unknown>): Refusal =>
    graphRefusal(world, 400, 'BadRequest', [
      {
        code: 'InvalidQuery',
        message:
          'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
      },
      details,
    ]),
  /** (u) */
  noSubscriptions: (world: World, given: readonly string[]): Refusal =>
    graphRefusal(world, 400, 'BadRequest', [
      {
        code: 'NoValidSubscriptionsInQueryRequest',
        message: `There must be at least one subscription that is eligible to contain resources. Given: '${given.join(', ')}'.`,
      },
    ]),
  /** (u) */
  throttled: (world: World, seconds: number): Refusal =>
    graphRefusal(
      world,
      429,
      'RateLimiting',
      [
        {
          code: 'RateLimiting',
          message:
            'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.',
        },
      ],
      {
        'retry-after': String(seconds),
        'x-ms-user-quota-remaining': '0',
        'x-ms-user-quota-resets-after': `00:00:0${Math.min(seconds, 5)}`,
      },
    ),
} as const
