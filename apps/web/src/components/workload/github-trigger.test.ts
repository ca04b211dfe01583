import { expect, test } from 'vitest'
import { fieldsOfTrigger, templateTellsRuns, triggerOf } from './github-trigger.ts'

test.each([
  [
    { entity: 'environment', environment: 'prod' },
    { kind: 'environment', name: 'prod' },
  ],
  [
    { entity: 'branch', branch: 'refs/heads/main' },
    { kind: 'branch', name: 'main' },
  ],
  [
    { entity: 'tag', tag: 'v1' },
    { kind: 'tag', name: 'v1' },
  ],
  [{ entity: 'pull-request' }, { kind: 'pull-request', name: '' }],
  [
    { entity: 'template', template: 'repo, context=environment:a:b, x=1' },
    { kind: 'environment', name: 'a:b' },
  ],
  [
    { entity: 'template', template: 'repo, context=pull_request' },
    { kind: 'pull-request', name: '' },
  ],
  [
    { entity: 'keys', claims: 'ref=refs/tags/v1' },
    { kind: 'tag', name: 'v1' },
  ],
  [
    { entity: 'keys', claims: 'environment=prod, ref=' },
    { kind: 'environment', name: 'prod' },
  ],
])('%j are the runs %j', (fields, trigger) => {
  expect(triggerOf(fields)).toEqual(trigger)
})

test.each([
  {},
  { entity: 'environment', environment: '' },
  { entity: 'environment', branch: 'main' },
  { entity: 'template', template: 'repo, context=' },
  { entity: 'keys', claims: 'repository_owner=contoso' },
])('%j names no runs', (fields) => {
  expect(triggerOf(fields)).toBeNull()
})

test('a choice is read back as it was made', () => {
  for (const trigger of [
    { kind: 'environment', name: 'prod' },
    { kind: 'branch', name: 'release/4.2' },
    { kind: 'tag', name: 'v1' },
    { kind: 'pull-request', name: '' },
  ] as const) {
    expect(triggerOf(fieldsOfTrigger(trigger))).toEqual(trigger)
  }
})

test('a template without runs is told apart', () => {
  expect(templateTellsRuns(['repo', 'context'])).toBe(true)
  expect(templateTellsRuns(['repository_owner', 'actor'])).toBe(false)
})
