/** Runs beside the page, so that reading and checking never make it wait. */
import {expose} from 'comlink'
import {WorkerDesk} from './desk.ts'

expose(new WorkerDesk())
