import { expect, test } from 'vitest'
import { fromEid1Segment, toEid1Segment } from './eid1.ts'

test.for([
  ['499b84ac-1321-427f-aa17-267ca6975798', 'rISbSSETf0KqFyZ8ppdXmA'],
  ['58e835ab-2e39-46a9-b797-accce6633447', 'qzXoWDkuqUa3l6zM5mM0Rw'],
  ['9d8f559b-5984-46a4-902a-ad4271e83efa', 'm1WPnYRZpEaQKq1Cceg--g'],
  ['00112233-4455-6677-8899-aabbccddeeff', 'MyIRAFVEd2aImaq7zN3u_w'],
] as const)('%s is %s in a subject, and back', ([guid, segment]) => {
  expect(toEid1Segment(guid)).toBe(segment)
  expect(fromEid1Segment(segment)).toBe(guid)
})

test.for(['', 'rISbSSETf0KqFyZ8ppdXm', 'rISbSSETf0KqFyZ8ppdXmA==', 'rISbSSETf0KqFyZ8ppdXmAAA', '/'])(
  '%j stands for no GUID',
  (segment) => {
    expect(fromEid1Segment(segment)).toBeUndefined()
  },
)
