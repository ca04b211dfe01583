import { randomNumbers } from '../kernel/random-numbers.ts'
import { armWriter, type ArmWriter } from './arm-writer.ts'
import { startChild } from './child-emulator.ts'

export interface KillReport {
  kills: number
  /** Of these, before the emulator was ready. */
  duringStart: number
  acknowledged: number
  /** Writes that were under way when the process was killed. */
  cut: number
}

const writers = 4
const names = 6
const bulkIdentities = 150
/** Writes of a round before the kill. */
const fewest = 6

/** What is known of one credential: the last acknowledged subject (undefined: deleted), and one that was never answered. */
interface Known {
  sure: string | undefined
  cut?: { subject: string | undefined }
}

/**
 * Kills the emulator with SIGKILL at random moments while four writers write, some rounds during its start, every fifth
 * one while it seeds; starts it again each time and compares. Throws when an acknowledged write is gone, one is half there,
 * or the files cannot be read.
 */
export async function killRounds(folder: string, rounds: number, seed: number): Promise<KillReport> {
  const draw = randomNumbers(seed)
  const known = new Map<string, Known>()
  const report = { kills: 0, duringStart: 0, acknowledged: 0, cut: 0 }
  let bulk: { seed: number; acknowledged: boolean } | undefined
  for (let round = 1; round <= rounds; round += 1) {
    if (draw() < 0.2) {
      const early = await startChild(folder, { killAfterMs: draw() * 700, variables })
      if (early) await early.kill()
      else report.duringStart += 1
      report.kills += 1
      continue
    }
    const child = await startChild(folder, { variables })
    if (!child) throw new Error('the emulator did not start')
    const writer = await armWriter(child.browserOrigin)
    await verify(writer, known, bulk)
    if (known.size === 0) await prepare(writer, known)
    let running = true
    const enough = report.acknowledged + fewest + Math.floor(draw() * 60)
    const wroteEnough = Promise.withResolvers<void>()
    const work = Array.from({ length: writers }, (_, index) =>
      writeOn(writer, known, report, {
        identity: `id-kill-${index}`,
        draw: randomNumbers(seed + round * 10 + index),
        running: () => running,
        acknowledged: () => {
          if (report.acknowledged >= enough) wroteEnough.resolve()
        },
      }),
    )
    if (round % 5 === 0) {
      bulk = { seed: round, acknowledged: false }
      const pending = bulk
      work.push(seedMany(writer, pending))
    }
    // Counted in writes, so that a busy machine is judged as a quiet one is.
    await Promise.race([wroteEnough.promise, Promise.all(work)])
    await new Promise((resolve) => setTimeout(resolve, draw() * 20))
    await child.kill()
    running = false
    await Promise.all(work)
    report.kills += 1
  }
  const last = await startChild(folder, { variables })
  if (!last) throw new Error('the emulator did not start')
  await verify(await armWriter(last.browserOrigin), known, bulk)
  await last.kill()
  return report
}

const variables = { EMULATOR_THROTTLE_SCALE: '0' }

async function prepare(writer: ArmWriter, known: Map<string, Known>): Promise<void> {
  for (let index = 0; index < writers; index += 1) {
    await writer.putIdentity(`id-kill-${index}`)
    for (let number = 0; number < names; number += 1)
      known.set(`id-kill-${index} trust-${number}`, { sure: undefined })
  }
}

async function writeOn(
  writer: ArmWriter,
  known: Map<string, Known>,
  report: KillReport,
  {
    identity,
    draw,
    running,
    acknowledged,
  }: { identity: string; draw: () => number; running: () => boolean; acknowledged: () => void },
): Promise<void> {
  while (running()) {
    const name = `trust-${Math.floor(draw() * names)}`
    const entry = known.get(`${identity} ${name}`)
    if (!entry) throw new Error(`${identity} ${name} is not known`)
    const subject = draw() < 0.2 ? undefined : `repo:contoso/${name}:environment:${draw()}`
    entry.cut = { subject }
    try {
      if (subject === undefined) await writer.deleteCredential(identity, name)
      else await writer.putCredential(identity, name, subject)
    } catch (error) {
      if (error instanceof TypeError) {
        report.cut += 1
        return
      }
      throw error
    }
    known.set(`${identity} ${name}`, { sure: subject })
    report.acknowledged += 1
    acknowledged()
  }
}

async function seedMany(writer: ArmWriter, bulk: { seed: number; acknowledged: boolean }): Promise<void> {
  const size = { identities: bulkIdentities, applications: 20, credentialsEach: 3, seed: bulk.seed }
  try {
    await writer.send('POST', '/_emulator/seed', size)
    bulk.acknowledged = true
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}

async function verify(
  writer: ArmWriter,
  known: Map<string, Known>,
  bulk: { seed: number; acknowledged: boolean } | undefined,
): Promise<void> {
  for (const identity of new Set([...known.keys()].map((key) => key.split(' ')[0] ?? ''))) {
    const stored = await writer.credentials(identity)
    for (const [key, { sure, cut }] of known) {
      const [owner, name = ''] = key.split(' ')
      if (owner !== identity) continue
      const found = stored.get(name)
      if (found !== sure && !(cut && found === cut.subject)) {
        throw new Error(`${key} was acknowledged as ${String(sure)} and is ${String(found)}`)
      }
      known.set(key, { sure: found })
    }
  }
  if (!bulk) return
  const seeded = await writer.countIdentities(`-${bulk.seed}-0`)
  const whole = seeded === bulkIdentities
  if (!whole && (bulk.acknowledged || seeded !== 0)) {
    throw new Error(`a seed of ${bulkIdentities} identities is ${seeded} of them after the kill`)
  }
}
