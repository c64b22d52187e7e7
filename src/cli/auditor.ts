/** What a thread of an audit runs. */
import {workerData} from 'node:worker_threads'
import type {Job, Setup} from './audit/examine.ts'
import {examinerFor} from './run.ts'

const examiner = examinerFor(workerData as Setup)

/** @public Called by name. */
export const examine = async (job: Job) => (await examiner).examine(job)
/** @public Called by name. */
export const report = async (job: Job) => (await examiner).report(job)
