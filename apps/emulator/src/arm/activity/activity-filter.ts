import type { ActivityEvent } from '../../kernel/entities/resources.ts'
import { ownValue } from '../../kernel/own-value.ts'
import { queryValue } from '../core/api-versions.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'

type Test = (event: ActivityEvent) => boolean

const conditionPattern = /^(\w+)\s+(eq|ge|le)\s+'?([^']*)'?$/i

/** What an event is compared by, with `eq`, without regard to case. */
const fields: Record<string, (event: ActivityEvent) => string> = {
  resourceuri: ({ resourceId }) => resourceId,
  resourceid: ({ resourceId }) => resourceId,
  resourcegroupname: ({ resourceGroup }) => resourceGroup ?? '',
  resourceprovider: ({ resourceType }) => resourceType.split('/')[0] ?? '',
  resourcetype: ({ resourceType }) => resourceType,
  correlationid: ({ correlationId }) => correlationId,
  caller: ({ callerName }) => callerName,
  status: ({ status }) => status,
  operations: ({ operationName }) => operationName,
  levels: ({ status }) => (status === 'Failed' ? 'Error' : 'Informational'),
}

/**
 * Reads `$filter`: `eventTimestamp ge '...' and eventTimestamp le '...' and resourceUri eq '...'`. Throws for anything
 * else, also where the start of the time is not named, as Azure does (u).
 * Source: https://learn.microsoft.com/rest/api/monitor/activity-logs/list
 */
export function readActivityFilter(query: URLSearchParams): Test {
  const filter = queryValue(query, '$filter')?.trim() ?? ''
  const parts = filter.split(/\s+and\s+/i)
  if (!parts.some((part) => /^eventTimestamp\s+ge\s/i.test(part))) {
    throw refuse(faults.invalidQuery('$filter', filter))
  }
  const tests = parts.map((part) => readTest(part.trim(), filter))
  return (event) => tests.every((test) => test(event))
}

function readTest(part: string, filter: string): Test {
  const [, name = '', operator = '', value = ''] = conditionPattern.exec(part) ?? []
  const lower = name.toLowerCase()
  if (lower === 'eventtimestamp') {
    const at = Date.parse(value)
    if (Number.isNaN(at) || operator.toLowerCase() === 'eq')
      throw refuse(faults.invalidQuery('$filter', filter))
    return operator.toLowerCase() === 'ge' ? (event) => event.at >= at : (event) => event.at <= at
  }
  if (lower === 'eventchannels') return () => /\boperation\b/i.test(value)
  const read = ownValue(fields, lower)
  if (!read || operator.toLowerCase() !== 'eq') throw refuse(faults.invalidQuery('$filter', filter))
  const wanted = value.toLowerCase()
  return (event) => read(event).toLowerCase() === wanted
}
