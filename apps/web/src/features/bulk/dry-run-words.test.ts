import type { PlannedItem, SetUpItem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { askable } from './dry-run-words.ts'

type Step = PlannedItem['steps'][number]

const row = (key: string): SetUpItem => ({
  key,
  parent: { kind: 'application', appId: '6f1b2c3d-0000-4000-8000-000000000001' },
  trusts: [],
  roles: [],
})
const step = (verdict: Step['verdict'], code: string | null = null): Step => ({
  kind: 'trust',
  name: 'gh-pay',
  verdict,
  code,
  detail: null,
})

test.each<[string, readonly Step[], boolean]>([
  ['comes through', [step('create')], false],
  ['a rule of the portal refuses', [step('create'), step('refused', 'GUARDRAIL_REFUSED')], true],
  ['the person lacks the right for', [step('refused', 'FORBIDDEN')], true],
  ['Azure would refuse to anybody', [step('refused', 'REGION_NOT_SUPPORTED')], false],
  ['is ruled out and in conflict', [step('refused', 'GUARDRAIL_REFUSED'), step('conflict')], false],
])('a row that %s may be asked of an administrator, or not', (_case, steps, isAsked) => {
  const items = [row('1'), row('2')]
  const seen = {
    items: [
      { key: '1', steps: [...steps] },
      { key: '2', steps: [step('create')] },
    ],
  }
  expect(askable(items, seen).map(({ key }) => key)).toEqual(isAsked ? ['1'] : [])
})
