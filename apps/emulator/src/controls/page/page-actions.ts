import { plantBulk } from '../../bulk-seed.ts'
import { forgetIssuerKeys } from '../../entra/exchange/issuer-key-cache.ts'
import { explainIssues } from '../../kernel/explain-issues.ts'
import { readRealityText, realityNames, realityPatch } from '../../kernel/reality-fields.ts'
import { resetWorld } from '../../kernel/reset-world.ts'
import { revokeSignIns } from '../../kernel/revoke-sign-ins.ts'
import { deleteSnapshot, restoreSnapshot, saveSnapshot, snapshotName } from '../../kernel/snapshots.ts'
import { StartupError } from '../../kernel/startup-error.ts'
import type { World } from '../../kernel/world.ts'
import { faultRule } from '../fault-rule.ts'
import { bulkSeed } from '../post-seed.ts'
import { faultOfForm } from './fault-form.ts'

/** Does what a form asks for; gives why it could not, or undefined once it is done. */
type Action = (form: URLSearchParams, world: World) => string | undefined | Promise<undefined>

/** What the page says after each. */
export const doneTexts: Record<string, string | undefined> = {
  reality: 'The switches are set.',
  fault: 'The fault strikes from now on.',
  'remove-fault': 'The fault is gone.',
  'clear-faults': 'All faults are gone.',
  advance: 'The clock moved on.',
  'clock-reset': 'The tenant keeps the time of this machine again.',
  snapshot: 'The tenant is kept under this name.',
  restore: 'The tenant is as it was saved.',
  'forget-snapshot': 'The snapshot is deleted.',
  seed: 'The tenant has grown.',
  reset: 'Everything is as after the first start.',
  'sign-out-all': 'Nobody is signed in any more; tokens of people are refused.',
  rotate: 'A new key signs from now on; the ones before stay published.',
  'forget-keys': 'Entra fetches the keys of issuers anew.',
}

export const pageActions: Record<string, Action | undefined> = {
  reality: (form, world) => {
    const values = realityNames.map((name) => [name, readRealityText(name, form.get(name) ?? '')])
    const read = realityPatch.safeParse(Object.fromEntries(values), { reportInput: true })
    if (!read.success) return `${explainIssues(read.error)}.`
    Object.assign(world.reality, read.data)
    return undefined
  },
  fault: (form, world) => {
    const read = faultRule.safeParse(faultOfForm(form), { reportInput: true })
    if (!read.success) return `${explainIssues(read.error)}.`
    world.faults.add(read.data)
    return undefined
  },
  'remove-fault': (form, world) => {
    world.faults.remove(form.get('id') ?? '')
    return undefined
  },
  'clear-faults': (_form, world) => {
    world.faults.clear()
    return undefined
  },
  advance: (form, world) => {
    const seconds = Number(form.get('seconds'))
    if (!Number.isFinite(seconds)) return 'The clock moves by seconds.'
    world.clock.move(seconds * 1000)
    return undefined
  },
  'clock-reset': (_form, world) => {
    world.clock.reset()
    return undefined
  },
  snapshot: named((name, world) => {
    saveSnapshot(world, name)
    return true
  }),
  restore: named((name, world) => restoreSnapshot(world, name)),
  'forget-snapshot': named((name, world) => deleteSnapshot(world, name)),
  seed: (form, world) => {
    const values = ['identities', 'applications', 'credentialsEach', 'seed'].map((name) => [
      name,
      Number(form.get(name) ?? ''),
    ])
    const read = bulkSeed.safeParse(Object.fromEntries(values), { reportInput: true })
    if (!read.success) return `${explainIssues(read.error)}.`
    plantBulk(world, read.data)
    return undefined
  },
  reset: (_form, world) => {
    resetWorld(world)
    return undefined
  },
  'sign-out-all': (_form, world) => {
    for (const { objectId } of world.store.users.list()) revokeSignIns(world, objectId)
    return undefined
  },
  rotate: async (_form, world) => {
    await world.keys.rotate('entra')
    return undefined
  },
  'forget-keys': (_form, world) => {
    forgetIssuerKeys(world)
    return undefined
  },
}

function named(work: (name: string, world: World) => boolean): Action {
  return (form, world) => {
    const name = form.get('name') ?? ''
    if (!snapshotName.test(name)) {
      return 'A snapshot is named with lower-case letters, digits and hyphens, 64 at most.'
    }
    try {
      return work(name, world) ? undefined : `No snapshot is named ${name}.`
    } catch (error) {
      if (error instanceof StartupError) return error.message
      throw error
    }
  }
}
