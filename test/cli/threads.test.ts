import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {help, type Job, type Threads, threadsFor} from '../../src/cli/threads.ts'
import {newFolder, poorPlan} from '../helpers/cli.ts'

const count = 80
const folder = newFolder()
beforeAll(() => {
  for (let index = 0; index < count; index++) folder.write(`plan-${index}.md`, index === 41 ? '' : `${poorPlan}\n\nPlan ${index}.\n`)
})
afterAll(() => folder.remove())

/** Threads that are none: the same work, in this one. */
const stand = (work: (job: Job) => Job = job => job): Threads & {jobs: Job[]} => {
  const jobs: Job[] = []
  return {
    most: 2,
    jobs,
    start: job => {
      jobs.push(job)
      return {listen: hear => help(work(structuredClone(job)), said => hear(structuredClone(said))), stop: () => undefined}
    }
  }
}

const reportWith = (threads?: Threads) => folder.report(['.'], threads && {threads})

describe('files shared among threads', () => {
  it('give the same report as in one, a bad file included', async () => {
    const threads = stand()
    const shared = await reportWith(threads)
    expect(threads.jobs.map(({files}) => files.length)).toEqual([27, 26])
    expect(shared).toEqual(await reportWith())
    expect(shared.summary).toMatchObject({documents: count, failed: 1})
  })
  it('are shown in the HTML report as if one thread had read them, and carried only for it', async () => {
    const said: unknown[] = []
    const threads: Threads = {
      most: 2,
      start: job => ({
        listen: hear =>
          help(job, message => {
            said.push(message)
            hear(structuredClone(message))
          }),
        stop: () => undefined
      })
    }
    const shared = await folder.run(['.', '--format', 'html'], {threads})
    expect(shared.out).toBe((await folder.run(['.', '--format', 'html'])).out)
    expect(shared.out.match(/class="sheet"/g)?.length).toBe(count - 1)
    expect(JSON.stringify(said)).toContain('"tree"')
    said.length = 0
    await folder.run(['.', '--format', 'json'], {threads})
    expect(said.length).toBeGreaterThan(50)
    expect(JSON.stringify(said)).not.toContain('"tree"')
  })
  it('are checked by this thread where another breaks down', async () => {
    const broken = stand(job => ({...job, files: job.files.slice(0, 3)}))
    const throwing: Threads = {most: 2, start: () => ({listen: () => Promise.reject(new Error('out of memory')), stop: () => undefined})}
    const expected = await reportWith()
    expect(await reportWith(broken)).toEqual(expected)
    expect(await reportWith(throwing)).toEqual(expected)
  })
  it('report a wrong configuration once, in its own words', async () => {
    folder.write('settings/wrong.json', '{"readingAge": 300}')
    const {code, err} = await folder.run(['.', '--config', 'settings/wrong.json'], {threads: stand()})
    expect(code).toBe(2)
    expect(err.match(/“readingAge”/g)).toHaveLength(1)
  })
})

it('starts a thread only for enough files', () => {
  expect([1, 49, 50, 99, 100, 5000].map(files => threadsFor(files, 3))).toEqual([0, 0, 1, 2, 3, 3])
})
