/** LibreOffice Calc, run without a window: what another program makes of a workbook. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

/** A workbook saved by Calc in another format, such as `fods`: one XML file with all that Calc has understood. Throws if it cannot open it. */
export function savedByCalc(workbook: Uint8Array, format: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-calc-'))
  try {
    writeFileSync(join(folder, 'audit.xlsx'), workbook)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const args = ['--headless', '--norestore', profile, '--convert-to', format, '--outdir', folder, join(folder, 'audit.xlsx')]
    execFileSync('soffice', args, {stdio: 'ignore', timeout: 180_000})
    return readFileSync(join(folder, `audit.${format}`), 'utf8')
  } catch (error) {
    throw new Error('This test needs LibreOffice Calc: install it (Debian: apt-get install libreoffice-calc-nogui).', {cause: error})
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
