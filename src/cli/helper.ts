/** A thread that checks some of the files of a long run. */
import {parentPort, workerData} from 'node:worker_threads'
import {help} from './run.ts'
import type {Job} from './threads.ts'

void help(workerData as Job, said => parentPort?.postMessage(said))
