import { findProgram } from './debian-program.mjs'

/** A real client of Azure that judges the emulator. */
export function findAzureCli() {
  return findProgram({ title: 'Azure CLI', names: ['az'], debianPackages: ['azure-cli'] })
}
