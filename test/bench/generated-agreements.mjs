/** What is done to a generated agreement to get its next version. */
export const SCENARIOS = ['1 % edited', '10 % edited', 'inserted', 'moved', 'rewritten']

/** Two versions of an agreement of so many clauses, ten a section, its sentences made by chance from a small vocabulary; always the same ones. */
export function generatedVersions(language, clauses, scenario) {
  const random = chance(clauses)
  const words = WORDS[language]
  const word = () => words[random(words.length)]
  const sentence = () => Array.from({length: 18 + random(20)}, word)
  const title = () => Array.from({length: 4}, word)
  const sections = (count) =>
    Array.from({length: Math.max(1, count / 10)}, () => ({title: title(), clauses: Array.from({length: 10}, sentence)}))
  const edited = (clause) => clause.map((old, index) => (index % 20 === 7 ? word() : old))
  const rewritten = (clause) => clause.map((old) => (random(100) < 45 ? word() : old))
  const each = (list, change) => list.map((section) => ({...section, clauses: section.clauses.map(change)}))
  const from = sections(clauses)
  const to = {
    '1 % edited': () => each(from, (clause) => (random(100) < 1 ? edited(clause) : clause)),
    '10 % edited': () => each(from, (clause) => (random(100) < 10 ? edited(clause) : clause)),
    inserted: () => [{title: title(), clauses: [sentence(), sentence(), sentence()]}, ...from],
    moved: () => moved(from, random),
    rewritten: () => each(from, rewritten),
  }[scenario]()
  return [text(language, from), text(language, to)]
}

/** One section in twenty elsewhere. */
function moved(sections, random) {
  const list = [...sections]
  for (let count = Math.max(1, Math.round(sections.length / 20)); count > 0; count -= 1) {
    const [section] = list.splice(random(list.length), 1)
    list.splice(random(list.length), 0, section)
  }
  return list
}

function text(language, sections) {
  const [space, end] = language === 'zh' ? ['', '。'] : [' ', '.']
  const body = sections.map(
    ({title, clauses}, index) =>
      `## ${index + 1}. ${title.join(space)}\n\n${clauses.map((clause, place) => `${index + 1}.${place + 1} ${clause.join(space)}${end}`).join('\n\n')}\n`,
  )
  return `# ${language === 'zh' ? '服务协议' : 'Service Agreement'}\n\n${body.join('\n')}`
}

/** Mulberry32 (Tommy Ettinger). */
function chance(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const WORDS = {
  zh: '用户 账号 服务 费用 账单 合同 通知 数据 接口 密钥 平台 客户 双方 应当 可以 不得 提供 使用 支付 保证 承担 责任 损失 赔偿 终止 变更 公告 书面 期限 保密 信息 第三方 存储 备份 故障 维护 审核 申请 确认 授权 资料 标准 周期 余额 充值 退还 发票 税款 违约 争议 协商 管辖 法院 生效 修改 附件 条款 约定 规则 处理 记录 保存 删除 查询 导出 密码 登录 注册 注销 权限 系统 网络 中断 恢复 演练 报告 每月 每年 提前 之后 以前 范围 用途 合理 必要 全部 部分 相应 有关 其他 任何 立即 及时 妥善'.split(
    ' ',
  ),
  en: 'customer provider account service fee invoice contract notice data interface key platform party shall may must provide use pay warrant bear liability loss compensate terminate amend announce written period confidential information third storage backup failure maintain review apply confirm authorise material standard cycle balance refund receipt tax breach dispute negotiate court effective annex term agree rule process record keep delete query export password register right system network interruption restore exercise report month year before after scope purpose reasonable necessary whole part relevant other any immediately promptly properly of the to in and or by for with on'.split(
    ' ',
  ),
}
