import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileTrust, presets, recognise, type PresetId } from '../index.ts'
import { rightFieldsOf } from '../testing/arbitrary-fields.ts'
import { presetDefinitions } from './list.ts'

/** They read any issuer, and are asked last. */
const general: readonly PresetId[] = ['kubernetes', 'other-issuer']

/**
 * Presets whose trusts a second one could read too: the more specific stands first in the list and wins. Controllers are
 * told by their service account, on whatever cluster they run.
 */
const alsoReadBy: Readonly<Partial<Record<PresetId, readonly PresetId[]>>> = {
  'argo-cd': ['aks'],
  flux: ['aks'],
  tekton: ['aks'],
}

test.each(Array.from(rightFieldsOf.keys(), (id) => ({ id })))(
  'a trust of $id is recognised as one, and no other platform claims it',
  ({ id }) => {
    fc.assert(
      fc.property(rightFieldsOf.get(id) ?? fc.constant({}), (fields) => {
        for (const { issuer, subject = null, audiences } of compileTrust(id, fields).trusts) {
          const stored = { issuer, subject, audiences }
          const read = recognise(stored)
          expect(read?.presetId).toBe(id)
          expect(compileTrust(id, read?.fields).trusts[0]).toMatchObject({ issuer, subject, audiences })
          const claiming = presetDefinitions
            .filter((preset) => preset.recognise(stored) !== null)
            .map((preset) => preset.id)
          const allowed = [id, ...(alsoReadBy[id] ?? []), ...general]
          expect(claiming.filter((other) => !allowed.includes(other))).toEqual([])
        }
      }),
      { numRuns: 25 },
    )
  },
)

test('the ambiguities that are documented are real, and the more specific preset stands first', () => {
  const order = presets.map(({ id }) => id)
  for (const [id, others = []] of Object.entries(alsoReadBy)) {
    for (const other of others) {
      // A key of the record above.
      expect(order.indexOf(id as PresetId)).toBeLessThan(order.indexOf(other))
    }
  }
})
