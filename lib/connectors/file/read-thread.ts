// The thread in which files of strangers are looked through: it has their bytes and nothing else, and may be stopped.
import { parentPort, workerData } from 'node:worker_threads'
import { readFiles } from './read-files.ts'

parentPort?.postMessage(readFiles(workerData))
