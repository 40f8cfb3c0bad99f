import {rules} from '../limitation-rule.ts'
import {ANYTHING, FOR_THE_READER, HAN_FOR_THE_READER, HAN_MANNER, PROVIDER_MAY} from './power-words.ts'

/** The provider stops the service: PRC Civil Code 497; Order 116 art. 19. */
export const unilateralStop = rules('unilateral-suspension-or-termination', 'provider', [
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|将|保留|会(?![员议])|并)(?:根据[^。；]{1,40}|依照[^。；]{1,16}|随时|立即|单方|单方面|自行|即时|直接|无条件|要求|拒绝|采取|对您?|实施|视情[^，。；]{0,6}|不经[^，。；]{1,10}|[、，]?|通知您并|以此){0,8}[^。；]{0,36}?(?:中止|终止|停止(?!使用)|暂停|限制|冻结|关闭|封禁|封停|注销|解除|下线|关停|停用|释放|拒绝|收回|回收|限流|禁用|屏蔽|中断|撤销)(?:或(?:者)?(?:中止|终止|停止|暂停|限制|解除))?(?:向?(?:您|用户|客户)?[^，。；]{0,12})?(?:提供)?[^，。；]{0,16}(?:服务|[账帐][户号]|协议|合同|权限|使用|访问|功能|权利|措施|发送|资格|接口|应用|获取|处罚|申请|订单|请求|交易|资源|实例|号码|通道|支持|额度|昵称|名额|预[订约]|车辆|房屋|场地|店铺|发言|登录|经营)/,
    veto: /(?:您|用户|客户|乙方|会员)(?:有权|可以?)(?:随时|提前|单方|要求|选择|自行)?[^，。；]{0,12}(?:终止|解除|注销|取消|停止|拒绝)|任何一方均?(?:有权|可)|双方(?:均)?(?:有权|可)|不(?:会)?因|停止违约行为|实例|不可抗力|终止服务的申请|告知(?!的)[一-鿿A-Za-z]{0,8}终止/,
    vetoBefore: /(?:不得|不会|不|无权|如您|若您|您)[^，。；]{0,3}$/,
  },
  {
    pattern: /(?:余额不足|欠费|违反|到期|逾期)[^。；]{0,40}(?:将|会(?![员议]))(?:被|会被)?(?:自动|立即)?(?:暂停|停止|中止|终止|冻结|关闭)/,
    actor: 'none',
  },
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|将|会(?![员议]))[^，。；]{0,20}(?:删除|屏蔽|下架|移除|断开|拦截)(?:或者?[^，。；]{1,6})?(?:[^，。；]{0,16}(?:内容|信息|链接|文件|应用|商品|作品|留言|评论|帖子|昵称)|(?=[，。；]|$))/,
    veto: /(?:您|用户|客户)(?:有权|可以?)|应您|(?:您|用户)的?(?:要求|请求|申请)|数据/,
  },
  {pattern: /(?:有权|可(?![用靠信])以?|将被?|会被?|予以|给予)[^，。；]{0,16}(?:封号|封禁|拉黑|禁言|销号)/},
  {pattern: /(?:否则|并)[^，。；]{0,20}(?:有权|可)(?:停止|终止|暂停|中止|解除)/},
  {pattern: /(?:对您?|予以|采取|给予)[^。；]{0,30}(?:限制|中止|终止|暂停|冻结|封禁)(?:、[^，。；]{1,20})?(?:等)?(?:措施|处理|处罚)/},
  {pattern: /有权[^，。；]{0,16}采取(?:如下|以下|下列)[^，。；]{0,12}(?:措施|处理|处罚)/},
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|将|保留)[^，。；]{0,20}取消[^，。；]{0,12}(?:订单|预[订约]|资格|交易|服务|授权|权限|合同|活动|会员)/,
    veto: /(?:您|用户|客户|乙方|会员)(?:有权|可以?)/,
  },
  {
    pattern:
      /(?:[账帐][户号]|登录名|昵称|会员资格|使用权限?|资格|权限)(?![^，。；]{0,6}(?:数据|信息|资料|记录|内容))[^，。；]{0,8}(?:可能|将|会(?![员议]))(?:会)?被(?:自动|永久|立即)?(?:注销|冻结|封禁|封停|关闭|暂停|终止|限制|删除|取消|收回)/,
    actor: 'none',
  },
  {
    pattern:
      /(?:可能|将|会(?![员议]))(?:会)?被(?:取消|终止|限制|暂停|剥夺|收回|冻结)[^，。；]{0,12}(?:资格|权限|权利|服务|使用|发言|[账帐][户号]|功能)/,
    actor: 'none',
  },
  {pattern: /有权拒绝[^，。；]{0,12}(?:办理|接待|受理|入住|入场|承运|发货|配送|出租)/},
  {pattern: /服务[^，。；]{0,16}随时(?:中断|终止|停止|暂停)/, actor: 'none'},
  {pattern: /(?:需要|须|应)暂停(?:服务|提供)/, strength: 'weak'},
  {
    pattern:
      /\b(?:may|can|will|might|could|shall|reserves?\s+the\s+right\b[^.;]{0,44}\bto|right\s+to|entitled\s+to)\b(?!\s+not\b)[^.;]{0,70}?\b(?:suspend|terminat\w*|end(?! of\b)|discontinue|disable|block|freeze|deactivate|cancel|restrict|refuse|revoke|close|cut off|remove|delete|limit|deny|ban)\b[^.;]{0,90}\b(?:accounts?|access|credentials|keys?|services?|memberships?|licen[cs]es?|agreement|contract|use|subscriptions?|registrations?|rights?|users?|members?|players?|participants?|orders?|bookings?|reservations?|listings?|programs?|programmes?|api|anyone|you)\b/i,
    veto: /\b(?:help|assist|enable|allow)s? you to\b|\b(?:if|when|where|as) you (?:ask|request|wish)\b|\byou (?:may|can|have the right to|are entitled to)\s+(?:\w+\s+){0,3}(?:terminate|cancel|close|discontinue|delete|end|remove)|\beither party\b|\bmay (?:cancel|terminate)[^.;]{0,20}\bat any time by (?:cancel|contact)/i,
    vetoBefore: /\b(?:you|user|customer|that|which|agreement|terms)\s*$/i,
  },
  {
    pattern:
      /\b(?:may|can|reserves? the right to|might)\s+(?:\w+\s+){0,3}(?:stop|cease)\s+(?:\w+\s+){0,2}(?:providing|offering|supporting|supplying|the)\b|\b(?:may|can|reserves? the right to)\s+(?:\w+\s+){0,4}terminate\b[^.;]{0,30}\b(?:these terms|this contract|the contract|for any reason|for convenience|at any time|immediately)\b/i,
    veto: /\beither party\b|\beach party\b/i,
    vetoBefore: /\b(?:you|user|customer)\s*$/i,
  },
  {
    pattern:
      /\b(?:may|can|reserves? the right to)\s+(?:\w+\s+){0,2}refuse\s+to\s+(?:send|deliver|process|provide|perform|accept|serve|admit|rent|sell|carry out)\b/i,
    vetoBefore: /\byou\s*$/i,
  },
  {
    pattern:
      /\b(?:may|can|reserves? the right to)\b[^.;]{0,40}\b(?:withdraw|pull)\b[^.;]{0,30}\b(?:memberships?|licen[cs]e|accounts?|access|permission|listings?)\b/i,
    vetoBefore: /\byou\s*$/i,
  },
  {
    pattern:
      /\b(?:agreement|licen[cs]e|rights?|terms|access|membership)\b[^.;]{0,40}\b(?:(?:will|shall)\s+(?:automatically\s+|immediately\s+)?(?:terminate|end|expire)|(?:terminates|ends|expires)\s+(?:automatically|immediately))\b[^.;]{0,80}\b(?:if|when|upon|should)\s+you\b/i,
    veto: /\b(?:if|when) you (?:cancel|terminate|close|delete|choose|stop)\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:may|can|will|might|reserves?\s+the\s+right\b[^.;]{0,44}\bto)\s+(?:\w+\s+){0,4}(?:disable|throttle|block|reclaim|remove|take down|reject|limit|restrict|screen|edit)\b[^.;]{0,40}\b(?:traffic|requests?|content|user ?names?|names?|messages?|posts?|materials?|bandwidth|listings?|reviews?|calls)\b/i,
    veto: /\byou (?:may|can|will)\b/i,
    vetoBefore: /\b(?:you|user|customer)\s*$/i,
  },
  {
    pattern:
      /\b(?:result|results)\s+in\b[^.;]{0,60}\b(?:suspension|termination|closure|dismissal|expulsion|disqualification|removal|revocation|cancell?ation|(?:permanent\s+)?bans?)\b|\bplaced on\b[^.;]{0,40}\b(?:probation|suspension)\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:accounts?|access|licen[cs]e|rights?)\b[^.;]{0,60}\b(?:may|will|can|shall)\s+be\s+(?:\w+\s+){0,2}(?:suspended|terminated|disabled|revoked|restricted|closed|blocked|frozen|deactivated|cancelled|canceled|removed|deleted)\b/i,
    actor: 'none',
    veto: /\bby you\b|\bat your request\b/i,
  },
  {
    pattern:
      /\b(?:fristlos|außerordentlich|jederzeit)\b[^.;]{0,60}\b(?:kündigen|sperren|beenden)|\b(?:kann|können|berechtigt|darf|dürfen|behalten)\b[^.;]{0,100}\b(?:sperren|kündigen|auszuschließen|ausschließen|einzustellen|löschen|entziehen|zu sperren)\b/i,
    veto: /\b(?:Kunde|Nutzer|Sie|beide Parteien|jede Partei)\b[^.;]{0,30}\b(?:kann|können|berechtigt)\b[^.;]{0,60}\bkündigen/i,
  },
  {
    pattern:
      /\b(?:peut|pourra|peuvent|se réserve(?:nt)?|pouvons)\b[^.;]{0,100}\b(?:suspendre|résilier|interrompre|supprimer|bloquer|clôturer|désactiver|exclure|fermer|refuser)\b/i,
    veto: /\b(?:vous|l['’]utilisateur|le client|chaque partie)\s+(?:peut|pouvez|pourra)\b/i,
  },
  {
    pattern: new RegExp(
      `${PROVIDER_MAY}(?:suspend|discontinue|cancel|call off|postpone|withdraw|revoke|refuse|reject|end|terminate)\\s+(?:(?:or|and)\\s+\\w+\\s+)?(?:${ANYTHING})\\s+[\\w-]+`,
    ),
    veto: FOR_THE_READER,
    isNamed: true,
  },
  {
    pattern: new RegExp(
      `(?:有权|可以?|可能会?|保留)${HAN_MANNER}(?:取消|停办|停开|停止|暂停|终止|撤回|收回|推迟|延期)(?:举办|开设|提供)?(?:任何|任意|任一|部分|全部|所有|某些?|个别|相关)[^，。；]{1,16}`,
    ),
    veto: HAN_FOR_THE_READER,
    vetoBefore: /(?:不|未|禁止)$/,
    isNamed: true,
  },
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|保留|将)[^。；]{0,24}对[^，。；]{0,20}(?:服务|功能|协议|[账帐][户号]|权限|内容|店铺|资格)[^，。；]{0,8}?(?:进行|予以|做出|作出|实施|加以)[^，。；]{0,14}?(?:暂停|中止|终止|停止|中断|下线|限制|冻结|封禁|关闭|锁定)/,
    veto: /任何一方|双方/,
    vetoBefore: /(?:不得|不会|不|无权)[^，。；]{0,3}$/,
  },
  {
    pattern:
      /有权[^。；]{0,36}(?:作出|做出|予以|进行|给予|采取)(?:删除|屏蔽|下架|限制|关闭|冻结|暂停|终止|封禁)(?:[^，。；]{0,8}(?:处理|处置|处罚|措施)|(?=[，。；、等]|$))/,
  },
  {pattern: /必要时[^，。；]{0,6}(?:暂停|取消|终止|中止|冻结|关闭|限制|拒绝)/, veto: /(?:您|用户|客户)(?:可以?|有权)/},
  {
    pattern: /\b(?:cause|grounds?) for\b[^.;]{0,40}\b(?:termination|suspension|removal|closure|cancell?ation|expulsion|exclusion)\b/i,
    vetoAfter: /^[^.;]{0,40}\bby (?:you|(?:the )?(?:customer|user|client|member|tenant|employee)s?)\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:may|can|rights?\b[^.;]{0,80}?\bto)\b[^.;]{0,500}?\((?:[ivx]{1,4}|[a-h])\)\s+(?:\w+\s+(?:or|and)\s+){0,2}(?:suspend|terminate|block|restrict|disable|revoke|refuse|remove|deny)\b[^.;]{0,60}\b(?:accounts?|access|services?|content|licen[cs]es?|memberships?|subscriptions?)\b/i,
    veto: /\beither party\b|\beach party\b/i,
  },
  {
    pattern:
      /\bnot (?:prevent|preclude|limit|restrict|affect)\b[^.;]{0,40}\b(?:from|right to)\s+(?:terminat|suspend|clos|cancel|disabl)(?:e|ing)\b[^.;]{0,40}\b(?:accounts?|access|services?|agreement|membership)\b/i,
  },
  {pattern: /(?:将|把)[^，。；]{0,12}(?:列入|加入|纳入)[^，。；]{0,6}(?:黑名单|失信名单|限制名单|禁入名单)/},
  {
    pattern: /(?:有权|可以?)[^，。；]{0,12}(?:断电|锁车|锁机|断网|拆机|停机|销号|收车|拖车|停气|停水|锁门|换锁)/,
    veto: /(?:您|用户|客户)(?:有权|可以?)/,
  },
  {
    pattern:
      /\b(?:may|can|might|reserves?\s+the\s+right\s+to|entitled\s+to|right\s+to)\s+(?:\w+\s+){0,3}(?:lock |immobili[sz]e|disconnect|repossess|decline|reject|call\s+off|expel|eject|evict|shut\s+down|switch\s+off|deactivate|dismiss)\b[^.;]{0,40}\b(?:accounts?|access|services?|vehicles?|cars?|scooters?|bikes?|devices?|lines?|numbers?|calls?|bookings?|reservations?|orders?|class(?:es)?|courses?|applications?|requests?|transactions?|payments?|listings?|connections?|students?|guests?|users?|members?|you)\b/i,
    veto: /\beither party\b|\beach party\b/i,
    vetoBefore: /\b(?:you|users?|customers?)\s*$/i,
  },
  {
    pattern:
      /\b(?:workers?|users?|members?|drivers?|players?|sellers?|hosts?|students?|customers?|riders?|calls|listings?|numbers?|lines?|devices?|orders?|bookings?|transactions?|posts?|messages?|subscriptions?|services?)\b[^.;]{0,50}\b(?:may|will|can|shall)\s+be\s+(?:\w+\s+)?(?:suspended|barred|banned|blocked|expelled|deactivated|disconnected|rejected|cancell?ed|declined|restricted|terminated|excluded|removed\s+from)\b/i,
    veto: /\bnot be\b/i,
    vetoAfter: /^[^.;]{0,24}\b(?:by (?:you|either|the (?:customer|user|client))|at (?:any time by you|your request))\b/i,
    actor: 'none',
  },
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|将)[^，。；]{0,36}采取(?:一切|任何)?(?:必要|相应|合理|适当|进一步)的?(?:措施|手段|行动)(?:\([^()]{0,60}(?:删除|暂停|中止|终止|限制|冻结|封禁|关闭|注销)|[^。；]{0,12}(?:包括|如)[^。；]{0,60}(?:删除|暂停|中止|终止|限制|冻结|封禁|关闭|注销))/,
    veto: /(?:您|用户|客户)(?:有权|可以?)/,
  },
  {
    pattern:
      /有权[^。；]{0,60}对[^，。；]{0,12}(?:违规|侵权|违法|违约|不当|有害)[^，。；]{0,8}(?:内容|信息|[账帐][户号]|行为|用户)[^，。；]{0,4}(?:进行|予以|作出)(?:处理|处置|处罚|清理)/,
  },
  {
    pattern:
      /\b(?:lead|leads|give\s+rise)\s+to\b[^.;]{0,40}\b(?:suspension|termination|closure|removal|bans?|expulsion|disqualification|deactivation)\b/i,
    actor: 'none',
  },
  {
    pattern: /可以?(?:因|基于|出于)[^。；]{1,60}?(?:暂停|中止|终止|停止|限制|中断)[^，。；]{0,12}(?:功能|服务|使用|权限)/,
    veto: /(?:您|用户|会员)可以?(?:因|基于)/,
  },
  {pattern: /(?:有权|可以?)(?:立即|随时|直接)采取[^，。；]{0,8}(?:措施|行动)/, veto: /(?:您|用户|会员)(?:有权|可以?)/},
])
