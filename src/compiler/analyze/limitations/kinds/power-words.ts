/** Who may do something, and how, before a verb: `Nimbus may, at any time, `. Its rows hold for any object, so the one who acts must be named. */
export const PROVIDER_MAY =
  "\\b(?:[Ww]e|(?:[Tt]he\\s+)?[A-Z][\\w'’-]*(?:\\s+[A-Z][\\w'’-]*){0,3})\\s+(?:may|can|might|could|reserves?\\s+the\\s+right(?:,[^,.;]{1,40},)?\\s+to|(?:is|are)\\s+(?:free|entitled)\\s+to)(?:,[^,.;]{1,40},|\\s+(?:also|instead|[a-z]+ly|at any time|from time to time|in (?:our|its) (?:\\w+ )?discretion|without (?:\\w+ )?notice))*\\s+"

/** Words before an object that leave open which one it is. */
export const ANYTHING =
  '(?:any|all|each|every|some|another|other|different|parts?\\s+of|one\\s+or\\s+more)(?:\\s+of\\s+(?:the|its|our|these|those))?'

/** What is done to mend a fault, or because the reader asked, takes nothing from them. */
export const FOR_THE_READER =
  /\b(?:defect\w*|fault(?:y|s)?|damaged|broken|lost|stolen|worn|warrant\w*|repair|free of charge|at no (?:\w+ )?(?:cost|charge)|at your (?:\w+ )?(?:request|option|instruction)|(?:if|when|where|as) you (?:ask|request|agree|instruct|wish)|with your (?:\w+ )?(?:consent|agreement|approval)|mutual\w*|signed)\b/i

/** How somebody may do something, between the power and the verb. */
export const HAN_MANNER =
  '(?:随时|自行|单方面?|酌情|另行|直接|(?:根据|按照|视|在|因|不经|无需|用|以|由)[^，。；]{1,20}?|对[^，。；]{1,16}(?:进行|予以)){0,2}'

/** The same in Chinese. */
export const HAN_FOR_THE_READER =
  /(?:为|给|帮)(?:您|用户|客户|会员|学员)(?:免费|另行)?(?:更换|调换|替换)|免费|无偿|故障|损坏|破损|瑕疵|缺陷|质量问题|保修|应(?:您|用户|客户)|(?<!不经|未经|无需|无须)(?:您|用户|客户)(?:的)?(?:要求|申请|同意)|协商|双方/
