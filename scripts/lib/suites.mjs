import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findAzureCli } from './azure-cli.mjs'
import { buildWeb } from './build-web.mjs'
import { findChromium } from './chromium.mjs'
import { failedOfPlaywright, failedOfVitest } from './failed-tests.mjs'
import { root } from './paths.mjs'
import { runPlaywright } from './playwright.mjs'
import { run } from './run.mjs'

const results = mkdtempSync(join(tmpdir(), 'trustwright-test-'))
const attacksFile = 'guarded-fetch.test.ts'
/** Of journeys: each takes the memory of a browser and of three programs. */
const mostWorkers = 6
const projects = [
  'packages/shared-schemas',
  'packages/federation',
  'apps/emulator',
  'apps/bff',
  'apps/web',
  'e2e',
  'scripts',
]

/**
 * Everything that `npm test` runs. Each answers `{ passed, failed, names }`, or `{ notRun: why }`; a name given in the variable
 * SKIP (comma-separated) is left out on purpose. Those that read the sources alone (`isStill`) go first and side by side,
 * the longest first; the others follow one by one, and beside them what mostly waits (`isPatient`).
 */
export const suites = [
  check('format', 'prettier', ['--check', '--cache', '--cache-strategy=content', '.']),
  check('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  ...projects.map((folder) => check(`types of ${folder}`, 'tsc', ['-p', folder])),
  check('dead code', 'knip', []),
  { name: 'build', isStill: true, run: async () => (await buildWeb(), { passed: 1, failed: 0 }) },
  {
    name: 'unit',
    run: () => vitest('unit', ['--project=!conformance', '--project=!proofs', `--exclude=**/${attacksFile}`]),
  },
  { name: 'attacks', run: attacks },
  { name: 'conformance', run: conformance },
  { name: 'e2e', run: journeys },
  { name: 'pace', isPatient: true, run: pace },
]

function check(name, command, args) {
  return {
    name,
    isStill: true,
    run: async () => {
      const { code, output } = await run(command, args, { cwd: root })
      if (code !== 0) console.log(output)
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
    },
  }
}

/** Forbidden addresses against the guarded fetch, in a network namespace of their own. */
async function attacks() {
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user']
  const namespace = await run('unshare', [...asRoot, '--net', '--mount', 'ip', 'link']).catch((error) => ({
    code: 1,
    output: error.message,
  }))
  if (namespace.code !== 0) {
    return { notRun: `this machine refuses a network namespace (unshare, ip): ${namespace.output.trim()}` }
  }
  return vitest('attacks', ['--project=bff', attacksFile])
}

/** Microsoft's own clients against the emulator, and what the product says against both. */
async function conformance() {
  const [azureCli, chromium] = [await findAzureCli(), await findChromium()]
  for (const { path, why } of [azureCli, chromium]) if (path === undefined) return { notRun: why }
  return vitest('conformance', ['--project=conformance', '--project=proofs'], {
    AZURE_CLI_PATH: azureCli.path,
    AZURE_CLI_INDEX: await commandIndexOf(azureCli.path),
    CHROMIUM_PATH: chromium.path,
  })
}

/** Index of the Azure CLI's commands, made once: each test's own folder of settings would begin with that. */
async function commandIndexOf(azureCli) {
  const folder = join(results, 'azure-cli')
  const env = { AZURE_CONFIG_DIR: folder, AZURE_CORE_COLLECT_TELEMETRY: 'no' }
  const { code, output } = await run(azureCli, ['cloud', 'show'], { env })
  if (code !== 0) throw new Error(`the Azure CLI does not run: ${output}`)
  return join(folder, 'commandIndex.json')
}

async function vitest(name, selection, env = {}) {
  const file = join(results, `${name}.json`)
  // Left alone, Vitest keeps one core free. One more than there are, since many tests wait for PostgreSQL or for Azure's
  // pace; and more room for young objects, since collecting them took an eighth of the computing.
  const workers = [`--maxWorkers=${availableParallelism() + 1}`, '--execArgv=--max-semi-space-size=64']
  const reports = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const args = ['run', ...selection, ...workers, ...reports]
  const { code } = await run('vitest', args, { cwd: root, env, show: true })
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0)
  if (skipped > 0)
    console.log(`not run: ${skipped} ${name} tests are skipped in the code, which counts as a failure`)
  const result = counted(report.numPassedTests, report.numFailedTests + skipped, code)
  return { ...result, names: failedOfVitest(report) }
}

/**
 * Each worker has programs of its own and takes the next file when it is done with one, so that none ends long before
 * the others. One more than the machine has cores, since a journey also waits.
 */
async function journeys() {
  await buildWeb()
  const workers = String(Math.min(availableParallelism() + 1, mostWorkers))
  return journeysOf('journeys', { E2E_WORKERS: workers })
}

/** Journeys that mostly wait, for Azure's pace or for a portal to come back. They start their programs themselves. */
async function pace() {
  await buildWeb()
  return journeysOf('pace', { E2E_PORTAL: 'http://own.invalid', E2E_EMULATOR: 'http://own.invalid' })
}

async function journeysOf(project, variables) {
  const file = join(results, `e2e-${project}.json`)
  const selection = [`--output=${join(root, 'e2e', 'test-results', project)}`]
  // Built once, before; otherwise every start of the programs would look again.
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, WEB_ROOT: join(root, 'apps', 'web', 'dist'), ...variables }
  const { code, notRun } = await runPlaywright(project, { selection, env })
  if (notRun !== undefined) return { notRun }
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const { expected, unexpected, flaky, skipped } = report.stats
  return { ...counted(expected, unexpected + flaky + skipped, code), names: failedOfPlaywright(report) }
}

/** A runner that failed without a failing test (a crash, an unhandled error) still counts as one failure. */
function counted(passed, failed, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}
