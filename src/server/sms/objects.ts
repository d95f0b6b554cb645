import { defineObject, is } from '../../contract/definition.ts'
import * as rules from './rules.ts'
import * as texts from './texts.ts'
import { sections, views } from './texts.ts'

const ofHttp = "kind = 'http'"

export const smsGateway = defineObject('smsGateway', texts.gateway, {
  room: 'sms',
  icon: 'device-mobile',
  nameField: 'name',
  access: { kind: 'shared' },
  fields: {
    name: is.text({ required: true, searchable: true, unique: true, maxLength: 120 }),
    kind: is.choice(texts.kinds, { required: true }),
    active: is.yesNo({ default: { expression: 'true' } }),
    isDefault: is.yesNo({ default: { expression: 'false' } }),
    senderName: is.text({ maxLength: 40 }),
    url: is.text({ maxLength: 500 }),
    account: is.text({ maxLength: 64, shownWhen: "kind = 'twilio'" }),
    rate: is.number({ decimals: 0, min: 1, max: 1_000, default: { expression: '10' } }),
    pricePerPart: is.money(),
    maxParts: is.number({ decimals: 0, min: 1, max: 10, default: { expression: '6' } }),
    method: is.choice(texts.methods, { shownWhen: ofHttp }),
    headers: is.longText({ shownWhen: ofHttp }),
    body: is.longText({ shownWhen: ofHttp }),
    successPath: is.text({ maxLength: 200, shownWhen: ofHttp }),
    successValue: is.text({ maxLength: 200, shownWhen: ofHttp }),
    idPath: is.text({ maxLength: 200, shownWhen: ofHttp }),
  },
  list: { columns: ['name', 'kind', 'active', 'isDefault', 'senderName', 'rate'], order: 'name' },
  form: [
    { key: 'basics', label: sections.basics, fields: ['name', 'kind', 'active', 'isDefault', 'senderName', 'url', 'account'] },
    { key: 'limits', label: sections.limits, fields: ['rate', 'pricePerPart', 'maxParts'] },
    { key: 'http', label: sections.http, fields: ['method', 'headers', 'body', 'successPath', 'successValue', 'idPath'], shownWhen: ofHttp },
  ],
  rules: { check: rules.whyNotGateway, consequences: rules.oneDefault },
})

const sentOff = "state != 'draft'"

/** Messages both ways. Seen with the person or company they went to or came from; those to colleagues by administrators alone. */
export const smsMessage = defineObject('smsMessage', texts.message, {
  room: 'sms',
  icon: 'message',
  nameField: 'title',
  distinguishedBy: ['to'],
  access: { kind: 'follows', links: ['person', 'company'] },
  fields: {
    title: is.text({ readOnly: true, maxLength: 120 }),
    to: is.phone({ required: true, searchable: true, indexed: true, readOnlyWhen: sentOff }),
    text: is.longText({ required: true, searchable: true, readOnlyWhen: sentOff }),
    direction: is.choice(texts.directions, { readOnly: true, default: { expression: "'out'" } }),
    state: is.choice(texts.states, { readOnly: true, indexed: true, default: { expression: "'draft'" } }),
    from: is.text({ readOnly: true, maxLength: 40, searchable: true }),
    parts: is.number({ readOnly: true, decimals: 0 }),
    cost: is.money({ readOnly: true }),
    sentAt: is.dateTime({ readOnly: true }),
    deliveredAt: is.dateTime({ readOnly: true }),
    failure: is.choice(texts.failureChoices, { readOnly: true }),
    said: is.text({ readOnly: true }),
    person: is.link('person', { reverse: texts.reverse.messages }),
    company: is.link('company', { reverse: texts.reverse.messages }),
    user: is.link('user', { readOnly: true, reverse: texts.reverse.messages }),
    gateway: is.link('smsGateway', { readOnly: true, reverse: texts.reverse.messages }),
    providerId: is.text({ readOnly: true, indexed: true }),
    aboutObject: is.text({ readOnly: true, maxLength: 100 }),
    aboutId: is.text({ readOnly: true, maxLength: 40, indexed: true }),
  },
  list: {
    columns: ['title', 'direction', 'to', 'from', 'state', 'person', 'company', 'parts', 'cost', 'createdAt'],
    order: '-createdAt',
    views: [
      { key: 'all', label: views.all },
      { key: 'incoming', label: views.incoming, where: "direction = 'in'" },
      { key: 'failed', label: views.failed, where: "state = 'failed'" },
    ],
  },
  form: [
    { key: 'message', label: sections.message, fields: ['to', 'text'] },
    { key: 'links', label: sections.links, fields: ['person', 'company'] },
    { key: 'delivery', label: sections.delivery, fields: ['direction', 'state', 'from', 'parts', 'cost', 'sentAt', 'deliveredAt', 'failure', 'said', 'user', 'gateway', 'providerId'] },
  ],
  quickCreate: ['to', 'text', 'person', 'company'],
  headline: ['direction', 'state', 'person', 'company'],
  actions: [{ name: 'send', label: texts.verbs.send, icon: 'send' }],
  rules: { derive: rules.titleOfMessage },
})

export const objects = [smsGateway, smsMessage]
