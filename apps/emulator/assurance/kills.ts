import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRounds } from '../src/testing/kill-rounds.ts'

/** 100 kills; a number as argument gives another count, a second one another course. */
const [rounds = '100', seed = '1'] = process.argv.slice(2)

const folder = mkdtempSync(join(tmpdir(), 'emulator-kills-'))
const startedAt = performance.now()
const { kills, duringStart, acknowledged, cut } = await killRounds(folder, Number(rounds), Number(seed))
rmSync(folder, { recursive: true })
const seconds = Math.round((performance.now() - startedAt) / 1000)
process.stdout.write(
  `${kills} kills (${duringStart} during the start), ${acknowledged} acknowledged writes, none lost, ${cut} cut ones whole or not at all, ${seconds} s\n`,
)
