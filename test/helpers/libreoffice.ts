/** LibreOffice, run without a window: what another program makes of a Word file. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

export type Changes = 'as they are' | 'accepted' | 'rejected'

/** Text of each file as LibreOffice exports it, with its tracked changes accepted or rejected first. Throws if it cannot open one. */
export function textsOf(files: Readonly<Record<string, Uint8Array>>, changes: Changes): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-office-'))
  try {
    const names = Object.keys(files)
    for (const [index, name] of names.entries()) writeFileSync(join(folder, `${index}.docx`), files[name] as Uint8Array)
    // The first start fills the profile, and would write over the macro.
    start(folder, ['--terminate_after_init'])
    installMacro(folder, names.length, changes)
    start(folder, ['macro:///Standard.Export.Main'])
    return Object.fromEntries(names.map((name, index) => [name, exported(join(folder, `${index}.txt`), name)]))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Each file as LibreOffice saves it. */
export function savedAgain(files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-office-'))
  try {
    const names = Object.keys(files)
    const paths = names.map((_, index) => join(folder, `${index}.docx`))
    for (const [index, name] of names.entries()) writeFileSync(paths[index] as string, files[name] as Uint8Array)
    start(folder, ['--convert-to', 'docx', '--outdir', join(folder, 'saved'), ...paths])
    return Object.fromEntries(names.map((name, index) => [name, new Uint8Array(readFileSync(join(folder, 'saved', `${index}.docx`)))]))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function exported(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n/g, '\n')
  } catch {
    throw new Error(`LibreOffice could not open ${name}`)
  }
}

function start(folder: string, args: readonly string[]): void {
  try {
    execFileSync('soffice', ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, ...args], {
      stdio: 'ignore',
      timeout: 300_000
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error('This test needs LibreOffice: install it (Debian: apt-get install libreoffice-writer).')
    }
    throw error
  }
}

/** A macro of its own profile, so that nothing of the user's is touched and one start does for all files. */
function installMacro(folder: string, count: number, changes: Changes): void {
  const library = join(folder, 'profile', 'user', 'basic', 'Standard')
  mkdirSync(library, {recursive: true})
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
  const names = 'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"'
  const standard = (file: string) =>
    `${head}<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd"><library:libraries ${names}><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${file}.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`
  for (const [list, file] of [
    ['script', 'script'],
    ['dialog', 'dialog']
  ] as const) {
    writeFileSync(join(folder, 'profile', 'user', 'basic', `${list}.xlc`), standard(file))
    const element = list === 'script' ? '<library:element library:name="Export"/>' : ''
    writeFileSync(
      join(library, `${list}.xlb`),
      `${head}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd"><library:library ${names} library:name="Standard" library:readonly="false" library:passwordprotected="false">${element}</library:library>`
    )
  }
  writeFileSync(
    join(library, 'Export.xba'),
    `${head}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Export" script:language="StarBasic">${escaped(macro(folder, count, changes))}</script:module>`
  )
}

function macro(folder: string, count: number, changes: Changes): string {
  const command = {'as they are': '', accepted: '.uno:AcceptAllTrackedChanges', rejected: '.uno:RejectAllTrackedChanges'}[changes]
  const act = command
    ? `dispatcher.executeDispatch(document.CurrentController.Frame, "${command}", "", 0, Array())`
    : "' nothing to accept or reject"
  return `Sub Main
  Dim dispatcher, document, index
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim filter(1) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  filter(1).Name = "FilterOptions"
  filter(1).Value = "UTF8,LF"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  On Error Resume Next
  For index = 0 To ${count - 1}
    document = StarDesktop.loadComponentFromURL("${pathToFileURL(folder)}/" & index & ".docx", "_blank", 0, hidden())
    If Not IsNull(document) Then
      ${act}
      document.storeToURL("${pathToFileURL(folder)}/" & index & ".txt", filter())
      document.close(True)
    End If
  Next
  StarDesktop.terminate()
End Sub
`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
