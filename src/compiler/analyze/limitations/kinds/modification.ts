import {rules} from '../limitation-rule.ts'
import {ANYTHING, FOR_THE_READER, HAN_FOR_THE_READER, HAN_MANNER, PROVIDER_MAY} from './power-words.ts'

/** The provider changes the terms or the service: PRC Civil Code 136, 497; Directive 93/13 annex (j), (k). */
export const unilateralModification = rules('unilateral-modification', 'provider', [
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|保留|可能|会(?![员议])|将)(?:根据[^。；]{1,40})?(?:随时|不时|单方面|单方|自行|适时|在?必要时|定期或不定期|不定期|依据[^，。；]{1,16}|不经[^，。；]{1,12}而|不经(?:事先|另行|特别|提前)*(?:通知|同意))*(?:地)?(?:对[^，。；]{1,24})?(?:做出|作出|进行|下线或|暂停或|中止或)?(?:修改|变更|调整|更新|修订|改变|增删|补充|更改|替换)(?!(?:个人|自己的?|本人的?|您的?|登录|[账帐][户号])*(?:密码|资料|信息|头像|昵称))[^。；]{0,30}(?:协议|条款|规则|政策|服务|功能|内容|规范|标准|SLA|权利)?/,
    veto: /(?:您|用户|乙方|会员)(?:有权|可以?)(?:随时|自行)?(?:修改|变更|更改|更新)|双方协商|协商一致|书面(?:同意|补充)|(?:价格|资费|计费|收费|费用标准|单价|租金|佣金)|(?:修改|变更|调整)(?:代理|授权)|(?:反编译|反向)|调整后的(?:费用|价格)|遵循|应当符合/,
    vetoBefore: /(?:不得|不|不会|不可|禁止|未经[^，。；]{0,12}|您应?|您保证)[^，。；]{0,16}$/,
  },
  {
    pattern:
      /(?:协议|条款|规则|政策)[^。；]{0,10}(?:如有|若有|有任何|发生|的)?(?:修改|变更|调整|更新|修订)[^。；]{0,30}(?:公布|公告|公示|通知|发布|生效|推送)/,
    veto: /协商一致|书面签署|视为(?:您)?(?:不)?接受(?!.*通知)/,
  },
  {
    pattern:
      /(?:可能|有权|可(?![用靠信])以?|将|会(?![员议]))(?:随时|自行|单方)?(?:停止|终止|取消)(?:支持|维护|更新|提供)[^，。；]{0,16}(?:版本|功能|系统|接口|机型|服务)/,
    veto: /(?:您|用户)(?:可以?|有权)|违反|违约|欠费|逾期/,
  },
  {
    pattern:
      /\b(?:may|can|might|could|reserves? the right to)\s+(?:\w+\s+){0,3}(?:make\s+(?:any\s+)?(?:changes|amendments|adjustments)\s+to|introduce\s+(?:new|additional|other|further)\s+(?:rules|terms|conditions|limits|restrictions))\b/i,
    veto: /\bsigned\b|\bmutual|\bprices?\b|\bfees\b|\byour (?:account|profile|settings)/i,
    vetoBefore: /\b(?:you|users?|customers?|which|that)\s*$/i,
  },
  {
    pattern: /可以?由[^，。；]{1,24}(?:更新|修改|变更|调整|修订)/,
    veto: /可以?由(?:您|用户|客户|乙方|会员|双方|各方)|协商一致/,
    actor: 'none',
  },
  {
    pattern: /\bby\s+(?:the\s+)?posting\b[^.;]{0,40}\b(?:revised|updated|new|amended)\s+(?:version|terms)\b/i,
    actor: 'none',
  },
  {pattern: /(?:保留)(?:[^，。；]{0,10})(?:修改|变更|调整|更新|中断)(?:[^，。；]{0,16})的?权利/, veto: /价格|资费/},
  {
    pattern: /(?:以|按)[^，。；]{0,14}(?:网站|官网|平台|页面)[^，。；]{0,10}(?:公布|公示|发布)[^，。；]{0,10}(?:为准)/,
    veto: /价格|费用|资费|收费|单价|计费/,
    strength: 'weak',
  },
  {
    pattern:
      /\b(?:may|can|reserves?\s+the\s+right\b[^.;]{0,44}\bto|right\s+to|will|might|entitled\s+to|free\s+to|could)\b[^.;]{0,50}?\b(?:modify|change|amend|update|revise|alter|replace|supplement|vary(?!\s+(?:based|depending|by|from|with|according))|add|impose|discontinue|withdraw|add to)\b[^.;]{0,100}\b(?:terms|agreement|polic(?:y|ies)|conditions|services?|features?|site|website|platform|product|content|provisions?|rules|guidelines|functionality|software|api|limits?|programs?|programmes?|benefits?|items?|rewards?|schedules?|offerings?|fees policy|this document)\b/i,
    veto: /\byou (?:may|can|will|shall|agree to)\s+(?:\w+\s+){0,2}(?:modify|change|update|amend|add)|\b(?:by|in) (?:a )?writ(?:ing|ten)\b[^.;]{0,30}signed|mutual(?:ly)? (?:agree|written)|\bprices?\b|\bpricing\b|\bfees?\b(?! policy)|\byour (?:account|profile|password|settings)|(?:may|can)not|may only be (?:amended|modified)/i,
    vetoBefore: /\b(?:you|user|customer)\s*(?:may not|must not|shall not|cannot|agree not to)?\s*$|\b(?:which|that|who)\s*$/i,
  },
  {
    pattern:
      /\b(?:features?|functions?|functionality|services?|content|terms|conditions|rules|rewards?|benefits|guidelines|schedules?|programm?e?s?|polic(?:y|ies)|plans?|limits?)\b[^.;]{0,40}\b(?:may|can|might)\s+be\s+(?:\w+\s+(?:or|and)\s+)?(?:added|changed|removed|modified|discontinued|altered|withdrawn|updated|revised|amended)\b/i,
    veto: /signed|writing|mutual|may only be/i,
    vetoAfter: /^\s*by (?:you|(?:the )?(?:customer|user|client)s?)\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:changes?|amendments?|revisions?|updates?|modifications?|revised terms|updated terms)\b[^.;]{0,60}\b(?:takes?|becomes?|are|is|will be|go(?:es)? into|come into)\b[^.;]{0,12}\b(?:effect|effective|binding|force)\b[^.;]{0,60}\b(?:post(?:ed|ing)?|publish\w*|upon|immediately|when|once)\b/i,
    veto: /signed|both parties|mutual/i,
    actor: 'none',
  },
  {
    pattern:
      /\bfrom time to time\b[^.;]{0,80}\b(?:amend|chang|updat|modif|revis)\w*|\b(?:amend|chang|updat|modif|revis)\w*\b[^.;]{0,80}\bfrom time to time\b/i,
    veto: /\byou\b[^.;]{0,20}\b(?:updat|chang)/i,
  },
  {
    pattern:
      /\b(?:behalten|behält)\b[^.;]{0,60}\b(?:vor)\b[^.;]{0,80}(?:änder|\banzupassen|\beinzustellen|\berweitern)|\b(?:berechtigt|kann|können|darf|dürfen)\b[^.;]{0,80}\b(?:Bedingungen|AGB|Leistungen|Dienste?|Vertragsbedingungen)\b[^.;]{0,60}(?:ändern|\banzupassen|\banpassen|\bergänzen|\beinzustellen)/i,
  },
  {
    pattern:
      /\b(?:se réserve(?:nt)?|réservons)\b[^.;]{0,60}\b(?:droit|possibilité|faculté)(?!\w)[^.;]{0,60}\b(?:modifier|changer|mettre à jour|faire évoluer|compléter|adapter)|\b(?:peut|peuvent|pourra|pouvons)\b[^.;]{0,60}\b(?:modifier|modifiées?|mettre à jour)\b[^.;]{0,60}\b(?:conditions|services?|CGU|CGV|site)/i,
  },

  {
    pattern:
      /(?:修改|变更|更新|修订|调整)后的?[^，。；]{0,8}(?:协议|条款|规则|政策)[^。；]{0,30}(?:公布|公示|发布|公告)[^。；]{0,16}(?:生效|施行)/,
    veto: /协商一致|(?:经|征得|取得)(?:您|用户|双方)/,
  },
  {
    pattern: /可以?(?:作|做)(?:出)?(?:合理|相应|适当|必要|临时)?的?(?:调整|变更|修改)/,
    veto: /(?:您|用户|客户|乙方|会员)可|协商|双方/,
  },
  {
    pattern:
      /\b(?:terms|rules|services?|features?|content|schedules?|availability|conditions|benefits|polic(?:y|ies)|document|agreement|offers?|programm?e?s?)\b[^.;]{0,40}\b(?:is|are|remains?)\s+subject\s+to\s+(?:\w+\s+)?changes?\b/i,
    veto: /\bprices?\b|\bfees?\b|\brates\b/i,
    actor: 'none',
  },
  {
    pattern: /可以?(?:因|基于|出于)[^。；]{1,50}?(?:修改|变更|更新|修订|调整)[^，。；]{0,6}(?:协议|条款|规则|政策|服务|功能)/,
    veto: /(?:您|用户|会员)可以?(?:因|基于)|协商/,
  },
  {
    pattern: /\b(?:terms|rules|features?|services?|benefits|schedules?|polic(?:y|ies)|programm?e?s?)\b[^.;]{0,24}\bmay\s+change\b/i,
    veto: /\bprices?\b|\bfees?\b|\brates\b/i,
    actor: 'none',
  },
  {
    pattern: new RegExp(
      `${PROVIDER_MAY}(?:(?:replace|substitute|swap|exchange|reschedule|relocate)\\s+(?:(?:or|and)\\s+\\w+\\s+)?(?:${ANYTHING}|an?|the|your)|(?:alter|change|modify|vary|adjust|redesign|reduce|omit)\\s+(?:(?:or|and)\\s+\\w+\\s+)?(?:${ANYTHING}))\\s+[\\w-]+`,
    ),
    veto: FOR_THE_READER,
    isNamed: true,
  },
  {
    pattern:
      /\b(?:any|all|each|every|some|the|an?)\s+(?:[\w-]+\s+){1,4}(?:may|can|might)\s+be\s+(?:replaced|substituted|swapped|exchanged|rescheduled|relocated|altered|changed|modified|varied|omitted)\b(?! by you)[^.;]{0,60}\b(?:without\s+(?:\w+\s+){0,2}notice|at any time|at (?:our|its) (?:\w+ )?discretion|by us|for any reason|as we see fit)\b/i,
    veto: FOR_THE_READER,
    actor: 'none',
  },
  {
    pattern: new RegExp(`(?:有权|可以?|可能会?|保留)${HAN_MANNER}(?:更换|调换|替换|替代|代替|取代|置换|改换|改派|撤换)[^，。；]{0,16}`),
    veto: HAN_FOR_THE_READER,
    vetoBefore: /(?:不|未|禁止)$/,
    isNamed: true,
  },
])
