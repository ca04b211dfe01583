import { randomInt } from 'node:crypto'
import type { DeviceCode } from '../../kernel/entities/sign-ins.ts'
import type { World } from '../../kernel/world.ts'

export const deviceCodeLifetimeMs = 15 * 60 * 1000

/** Without letters and digits that are taken for one another. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const userCodeLength = 9

/** A code that a person types, not in use by another device. */
export function newUserCode(world: World): string {
  const code = Array.from({ length: userCodeLength }, () => alphabet[randomInt(alphabet.length)]).join('')
  return world.store.deviceCodes.by('userCode', code).length === 0 ? code : newUserCode(world)
}

/** The request that a typed code belongs to, as long as it waits for an answer. Case and spaces do not count. */
export function findPending(typed: string, world: World): DeviceCode | undefined {
  const userCode = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  const [found] = world.store.deviceCodes.by('userCode', userCode)
  if (found?.state !== 'pending') return undefined
  return world.clock.now() - found.issuedAt > deviceCodeLifetimeMs ? undefined : found
}

/** Keeps a person's answer under the key of the request. */
export function settle(code: DeviceCode, answer: Partial<DeviceCode>, { store }: World): void {
  const kept = store.deviceCodes.entries().find(([, each]) => each.userCode === code.userCode)
  if (kept) store.deviceCodes.put(kept[0], { ...code, ...answer })
}
