/** What a worker does in Word, done to the bytes of a file: answering comments, resolving them, writing one, changing words. */
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {run} from './docx.ts'

/** The file with some parts changed, every entry packed anew as Word does. */
export function edited(bytes: Uint8Array, change: (part: (path: string, edit: (xml: string) => string) => void) => void): Uint8Array {
  const parts = unzipSync(bytes)
  change((path, edit) => {
    const before = strFromU8(parts[path] ?? new Uint8Array())
    const after = edit(before)
    if (after === before) throw new Error(`${path} did not change`)
    parts[path] = strToU8(after)
  })
  return zipSync(parts)
}

/** The file as Word would save it again: without what only planlint knows of. */
export function saved(bytes: Uint8Array): Uint8Array {
  return edited(bytes, part => part('word/document.xml', xml => xml.replace('<!-- as planlint wrote it -->', '')))
}

/** The last paragraph of the comment that closes with the line `planlint: <rule>` (the first such one, or that number from 0). */
function paraIdOf(comments: string, rule: string, number = 0): string {
  const found = [...comments.matchAll(/<w:comment .*?<\/w:comment>/gs)].filter(([xml]) => xml.includes(`planlint: ${rule}<`))[number]
  const id = found && [...found[0].matchAll(/w14:paraId="(\w+)"/g)].at(-1)?.[1]
  if (!id) throw new Error(`no comment for ${rule}`)
  return id
}

export function reply(bytes: Uint8Array, rule: string, text: string, number = 0): Uint8Array {
  const parent = paraIdOf(strFromU8(unzipSync(bytes)['word/comments.xml'] as Uint8Array), rule, number)
  const own = `6${parent.slice(1)}`
  return edited(bytes, part => {
    part('word/comments.xml', xml =>
      xml.replace(
        '</w:comments>',
        `<w:comment w:id="9${number}" w:author="Gwen Attwell" w:date="2026-03-05T10:00:00Z" w:initials="GA"><w:p w14:paraId="${own}">${run(text)}</w:p></w:comment></w:comments>`
      )
    )
    part('word/commentsExtended.xml', xml =>
      xml.replace('</w15:commentsEx>', `<w15:commentEx w15:paraId="${own}" w15:paraIdParent="${parent}" w15:done="0"/></w15:commentsEx>`)
    )
  })
}

export function resolve(bytes: Uint8Array, rule: string, number = 0): Uint8Array {
  const id = paraIdOf(strFromU8(unzipSync(bytes)['word/comments.xml'] as Uint8Array), rule, number)
  return edited(bytes, part =>
    part('word/commentsExtended.xml', xml => xml.replace(`w15:paraId="${id}" w15:done="0"`, `w15:paraId="${id}" w15:done="1"`))
  )
}

/** Changes words that stand in one run. */
export function rewrite(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return edited(bytes, part => part('word/document.xml', xml => xml.replace(from, to)))
}
