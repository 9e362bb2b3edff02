import { parentPort, workerData } from 'node:worker_threads'
import { type ArticleTask, readArticleFile } from './article-file.ts'

parentPort?.postMessage(await readArticleFile(workerData as ArticleTask))
