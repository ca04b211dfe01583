import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { compileCache, workspaceNode, root } from './paths.mjs'

/** Where the lines of both programs are kept, if anywhere. */
const logFile = process.env.TRUSTWRIGHT_LOG

/** Starts one of our programs. `recent` keeps its last lines, to show them when it ends by itself. */
export function startProgram({ name, entry, env, watch = false }) {
  const args = ['--conditions=source', ...(watch ? ['--watch', '--watch-preserve-output'] : []), entry]
  const child = spawn(workspaceNode, args, {
    cwd: root,
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group: Ctrl-C in the terminal reaches this script alone, which then stops the programs in order.
    detached: true,
  })
  const recent = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    let rest = ''
    stream.on('data', (text) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        recent.push(line)
        if (recent.length > 200) recent.shift()
        if (logFile !== undefined) appendFileSync(logFile, `[${name}] ${line}\n`)
        if (watch) console.log(`[${name}] ${line}`)
      }
    })
  }
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code)))
  return { name, child, ended, recent }
}

/** Resolves when the address answers 200; rejects with the program's last lines when it ends before. */
export async function untilReady({ child, ended, recent }, healthAddress) {
  while (child.exitCode === null && child.signalCode === null) {
    if (await answersOk(healthAddress)) return
    await Promise.race([wait(40), ended])
  }
  throw new Error(lastLines(recent) || `it ended with code ${child.exitCode}`)
}

async function answersOk(address) {
  try {
    return (await fetch(address)).ok
  } catch {
    return false
  }
}

/** The end of what a program printed. */
export function lastLines(recent) {
  return recent
    .filter((line) => line.trim() !== '')
    .slice(-12)
    .join('\n')
}

/** Asks a program to end, and insists after 15 seconds. */
export async function stopProgram({ child, ended }) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(insist)
}
