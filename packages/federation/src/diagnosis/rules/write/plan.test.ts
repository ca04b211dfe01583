import { expect, test } from 'vitest'
import { saidOfWrite } from '../../../testing/said-of-write.ts'

test.each([[['delete', 'create']], [['destroy', 'then', 'create']]])('the plan %j leaves a gap', (plan) => {
  expect(saidOfWrite({ plan }, { operation: 'update' })).toEqual(['replace-gap'])
})

test.each([[['create', 'delete']], [['update']], [['delete']], [[]]])('the plan %j does not', (plan) => {
  expect(saidOfWrite({ plan }, { operation: 'update' })).toEqual([])
})
