// Publishes version after version of a small agreement until it is killed, and takes each third one back. `argv`: the folder of its
// versions, a file with the templates as JSON. Says `p` before it plans a version and `s` before it stores one.
import {readFileSync, writeSync} from 'node:fs'
import {openVersionFolder} from '../../lib/io/version-folder.js'
import {planVersion} from '../../lib/publish/plan-version.js'
import {planWithdrawal} from '../../lib/publish/plan-withdrawal.js'
import {versionRequest} from './version-request.mjs'

const [folder, templatesFile] = process.argv.slice(2)
const templates = JSON.parse(readFileSync(templatesFile, 'utf8'))
const store = openVersionFolder(folder)
const say = (mark) => writeSync(1, mark)

async function publishNext() {
  const history = await store.history()
  const {version: latest, sequence = 0} = history.at(-1)?.manifest ?? {}
  const now = instant(sequence)
  if (sequence % 3 === 2 && !history.at(-1).withdrawal) {
    const {record, refusal} = planWithdrawal({version: latest, reason: 'Wrong annex', now}, history)
    if (refusal) throw new Error(refusal.message)
    await store.withdraw(latest, record)
    return
  }
  const plan = await planVersion(request(sequence + 1, now), {store, templates, proviso: '0.0.0'})
  if (!plan.frozen) throw new Error(JSON.stringify([plan.refusals, plan.diagnostics]))
  say('s')
  await store.add(plan.frozen.files)
}

function request(sequence, now) {
  const texts = {
    'zh-CN': `# 短信服务协议\n\n一、费用\n\n1.1 乙方应当每月支付服务费用${100 + sequence}元。\n\n1.2 **甲方的赔偿总额不超过${100 + sequence}元。**\n`,
    en: `# Text Message Agreement\n\n1. Fees\n\n1.1 The Customer pays ${100 + sequence} yuan each month.\n\n1.2 **The liability of the Provider shall not exceed ${100 + sequence} yuan.**\n`,
  }
  return versionRequest(texts, {agreement: 'sms', approvedBy: ['Lin Yue'], effectiveAt: instant(sequence + 40), now})
}

/** The present of a version: one is published each day. */
function instant(sequence) {
  return new Date(Date.UTC(2026, 0, 1 + sequence)).toISOString()
}

async function publishEndlessly() {
  for (;;) {
    say('p')
    await publishNext()
  }
}

publishEndlessly()
