import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {openArchive, openVersionFolder, type Project, readProject} from '../../src/io/index.ts'
import {emptyStore, publishText} from './publish-text.ts'

const zh =
  '# 短信服务协议\n\n一、服务\n\n1.1 甲方通过{{channelName}}向乙方提供短信服务。\n\n1.2 乙方应当按月支付服务费用一百元。\n\n二、责任\n\n2.1 **甲方的赔偿总额不超过乙方最近三个月支付的费用。**\n'
const en =
  '# Text Message Agreement\n\n1. Service\n\n1.1 The Provider offers text messages through {{channelName}}.\n\n1.2 The Customer pays a fee of 100 yuan each month.\n\n2. Liability\n\n2.1 **The liability of the Provider shall not exceed the fees of the last three months.**\n'

const SETTINGS = `titles: {zh-CN: Terms, en: Terms}
provider: {name: Provider, contact: help@example.com}
counterparty: {kind: both}
authoritativeLocale: zh-CN
timeZone: Asia/Shanghai
profile: {role: direct, counterparty: both, markets: [CN]}
parameters: {channelName: Example}
`

/** A project with the agreement \`terms\`: version 1 since 2026-11-01, version 2 announced for 2026-12-01. */
export async function publishedProject(): Promise<Project> {
  const {store, folder} = emptyStore()
  const root = join(folder, '../..')
  const later = {
    'zh-CN': zh.replace('一百元', '二百元').replace('三个月', '一个月'),
    en: en.replace('100', '200').replace('last three months', 'last 1 month'),
  }
  for (const plan of [
    await publishText(store, {'zh-CN': zh, en}, {version: '1'}),
    await publishText(store, later, {version: '2', effectiveAt: '2026-12-01', summary: 'Higher fee, lower cap'}),
  ])
    if (!plan.frozen)
      throw new Error(
        `The sample was refused: ${JSON.stringify([plan.refusals, plan.diagnostics.filter(({severity}) => severity === 'error')])}`,
      )
  writeFileSync(join(root, 'proviso.config.yaml'), 'agreements: .\nsite: {name: Example, url: https://legal.example}\n')
  writeFileSync(join(root, 'terms/agreement.yaml'), SETTINGS)
  for (const [locale, text] of Object.entries(later)) writeFileSync(join(root, `terms/${locale}.md`), text)
  return readProject(root)
}

/** Its archive, and the store behind it. */
export async function publishedArchive() {
  const project = await publishedProject()
  return {project, archive: openArchive(project), store: openVersionFolder(join(project.root, 'terms/versions'))}
}
