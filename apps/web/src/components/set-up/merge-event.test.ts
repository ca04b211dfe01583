import { expect, test } from 'vitest'
import { sampleItem, sampleRun, sampleStep } from '../testing/sample-run.ts'
import { mergeEvent } from './merge-event.ts'

const page = {
  run: sampleRun({ change: 5 }),
  items: [
    sampleItem([sampleStep({ ordinal: 1 }), sampleStep({ ordinal: 2 })]),
    sampleItem([sampleStep({ ordinal: 3, itemOrdinal: 2 })], { ordinal: 2 }),
  ],
}
const done = sampleStep({ ordinal: 2, state: 'done' })

test('an event changes its steps and the run; rows it does not name stay the same objects', () => {
  const merged = mergeEvent(page, { run: sampleRun({ change: 6, state: 'finished' }), steps: [done] })
  expect(merged.run.state).toBe('finished')
  expect(merged.items[0]?.steps.map(({ state }) => state)).toEqual(['pending', 'done'])
  expect(merged.items[1]).toBe(page.items[1])
})

test('an older event changes nothing, so that a read in between is not undone', () => {
  expect(mergeEvent(page, { run: sampleRun({ change: 4 }), steps: [done] })).toBe(page)
})

test('what the same change tells in several events is taken whole', () => {
  const merged = mergeEvent(page, { run: sampleRun({ change: 5 }), steps: [done] })
  expect(merged.items[0]?.steps[1]?.state).toBe('done')
})

test('a step of a row that was not read is no new row', () => {
  const event = { run: sampleRun({ change: 6 }), steps: [sampleStep({ ordinal: 9, itemOrdinal: 9 })] }
  expect(mergeEvent(page, event).items).toEqual(page.items)
})
