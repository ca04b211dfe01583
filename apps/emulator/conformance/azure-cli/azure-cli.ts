import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '../target/environment.ts'
import type { Target } from '../target/target.ts'
import { createTranscript } from './transcript.ts'

export interface Answer {
  code: number
  stdout: string
  stderr: string
}

/** `{ name: 'x', 'no-wait': true }` is `--name x --no-wait`; a list gives an option several values. */
export type Options = Record<string, string | true | readonly string[]>

export interface AzureCli {
  /** Runs `az` with the words of a command and its options, never through a shell. `onStderr` sees the text while it runs. */
  run: (command: string, options?: Options, onStderr?: (text: string) => void) => Promise<Answer>
  /** Its output as JSON, undefined when it prints nothing; rejects with its words when it fails. */
  json: (command: string, options?: Options, onStderr?: (text: string) => void) => Promise<unknown>
  /** What it says on failing; rejects when it succeeds. */
  refusal: (command: string, options?: Options) => Promise<string>
  /** Path of a file with this content, for `@file` arguments and templates. */
  file: (name: string, content: unknown) => string
  close: () => void
  /** Closes without a line in the transcript. */
  discard: () => void
}

/** The Azure CLI with a configuration folder of its own. `title` heads its part of the transcript. */
export function openAzureCli(target: Target, title: string): AzureCli {
  const { azureCli, azureCliIndex, transcript: wanted } = readEnvironment()
  const folder = mkdtempSync(join(tmpdir(), 'azure-cli-'))
  mkdirSync(join(folder, 'config'))
  if (azureCliIndex !== undefined) copyFileSync(azureCliIndex, join(folder, 'config', 'commandIndex.json'))
  const transcript = createTranscript(title, folder)
  const env = environment(folder, target)
  const discard = () => rmSync(folder, { recursive: true, force: true })
  const run: AzureCli['run'] = async (command, options = {}, onStderr) => {
    const args = [...command.split(' '), ...Object.entries(options).flatMap(toArguments)]
    const answer = await execute(azureCli, args, env, onStderr)
    transcript.add(args, answer)
    return answer
  }
  return {
    run,
    json: async (command, options, onStderr) => {
      const { code, stdout, stderr } = await run(command, options, onStderr)
      if (code !== 0) throw new Error(`az ${command} ended with ${code}: ${stderr}${stdout}`)
      return stdout.trim() === '' ? undefined : (JSON.parse(stdout) as unknown)
    },
    refusal: async (command, options) => {
      const { code, stdout, stderr } = await run(command, options)
      if (code === 0) throw new Error(`az ${command} was expected to fail, and printed ${stdout}`)
      return stderr
    },
    file: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2))
      return path
    },
    close: () => {
      if (wanted) transcript.write()
      discard()
    },
    discard,
  }
}

function toArguments([name, value]: [string, string | true | readonly string[]]): string[] {
  if (value === true) return [`--${name}`]
  return [`--${name}`, ...(typeof value === 'string' ? [value] : value)]
}

function environment(folder: string, target: Target): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    AZURE_CONFIG_DIR: join(folder, 'config'),
    AZURE_CORE_COLLECT_TELEMETRY: 'no',
    AZURE_CORE_NO_COLOR: 'yes',
    AZURE_CORE_SURVEY_MESSAGE: 'no',
    AZURE_EXTENSION_DIR: join(folder, 'extensions'),
    LANG: 'C.UTF-8',
    ...(target.emulator ? { REQUESTS_CA_BUNDLE: target.emulator.world.settings.caPath } : {}),
  }
}

function execute(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
  onStderr: (text: string) => void = () => undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const answer: Answer = { code: 1, stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answer.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      answer.stderr += text
      onStderr(answer.stderr)
    })
    child.on('error', (error) => reject(new Error(`not run: ${program} does not start`, { cause: error })))
    child.on('close', (code) => resolve({ ...answer, code: code ?? 1 }))
  })
}
