/** What planlint is measured against: mammoth's text through stock retext. `node --import tsx naive.ts FOLDER` prints how much it found. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import mammoth from 'mammoth'
import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextPassive from 'retext-passive'
import retextReadability from 'retext-readability'
import retextSimplify from 'retext-simplify'
import retextStringify from 'retext-stringify'
import {unified} from 'unified'

const processor = unified()
  .use(retextEnglish)
  .use(retextSimplify)
  .use(retextReadability)
  .use(retextPassive)
  .use(retextEquality)
  .use(retextStringify)

const folder = process.argv[2]
if (!folder) throw new Error('Give a folder of .docx files')
let messages = 0
for (const name of readdirSync(folder)) {
  const {value} = await mammoth.extractRawText({buffer: readFileSync(join(folder, name))})
  messages += (await processor.process(value)).messages.length
}
console.log(messages)
