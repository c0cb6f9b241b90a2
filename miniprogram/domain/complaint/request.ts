// What a complaint must say: safety first, about what, what happened, what is asked for (GB/T 19012).
import * as v from 'valibot'
import { abouts, remedies, topics, type About, type Remedy, type Topic } from './parts'
import { at, choice, id, key, media, phone, text, words } from '../form/schema'

const parts = v.strictObject({
  kind: v.literal('complaint'),
  key,
  safety: v.pipe(v.boolean('请先告诉我们有没有安全风险'), v.title('安全')),
  about: choice<About>('投诉什么', abouts),
  /** The service it is about; the person, one of those who served this company; the machine, '' for none. */
  ticketId: v.pipe(v.nullable(id), v.title('哪次服务')),
  personPid: v.pipe(v.nullable(id), v.title('哪位工作人员')),
  equipmentId: v.pipe(v.string('请选择设备'), v.maxLength(64), v.title('设备')),
  topic: choice<Topic>('哪方面的问题', topics),
  description: text('发生了什么', 500),
  media,
  remedies: v.pipe(
    v.array(choice<Remedy>('希望我们怎么做', remedies), '请选择希望我们怎么做'),
    v.minLength(1, '请选择希望我们怎么做'),
    v.maxLength(8),
    v.title('希望我们怎么做'),
  ),
  callAt: v.pipe(v.nullable(at('方便接电话的时间', 'call')), v.title('方便接电话的时间')),
  contactName: words('联系人', 20),
  contactPhone: phone,
})

export const complaintRequest = v.pipe(
  parts,
  v.forward(
    v.partialCheck(
      [['description'], ['media']],
      ({ description, media: files }) => description !== '' || files.length > 0,
      '照片、语音、文字至少一项',
    ),
    ['description'],
  ),
  v.forward(
    v.partialCheck(
      [['about'], ['ticketId']],
      ({ about, ticketId }) => about !== 'ticket' || ticketId !== null,
      '请选择是哪次服务',
    ),
    ['ticketId'],
  ),
  v.forward(
    v.partialCheck(
      [['about'], ['equipmentId']],
      ({ about, equipmentId }) => about !== 'product' || equipmentId !== '',
      '请选择设备',
    ),
    ['equipmentId'],
  ),
  v.forward(
    v.partialCheck(
      [['about'], ['personPid']],
      ({ about, personPid }) => (about === 'person') === (personPid !== null),
      '请选择是哪位工作人员',
    ),
    ['personPid'],
  ),
)
export type ComplaintRequest = v.InferOutput<typeof complaintRequest>
