// Pages of the office's subpackage: a line each.
import { pidOf } from '../../../../cloudfunctions/store/ids'
import { board, form, list, of, ticket, visitOf, type PageRow } from '../rows'

export const office: readonly PageRow[] = [
  {
    name: '核实',
    who: 'shenxiaowen',
    path: `/office/verify/index?${of('submitted')}`,
    budget: ticket,
    calls: 1,
  },
  { name: '派工', who: 'fanglixin', path: `/office/board/index?${of('verified')}`, budget: board, calls: 1 },
  {
    name: '延期确认记录',
    who: 'shenxiaowen',
    path: `/office/delay-proof/index?${visitOf('onsite')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '排进度计划',
    who: 'fanglixin',
    path: `/office/plan/index?${of('wait_delay')}`,
    budget: form,
    calls: 1,
  },
  { name: '代客登记', who: 'shenxiaowen', path: '/office/intake/index', budget: form, calls: 0 },
  {
    name: '同设备工单',
    who: 'shenxiaowen',
    path: `/office/similar/index?${of('submitted')}`,
    budget: list,
    calls: 1,
  },
  {
    name: '电话确认现场',
    who: 'shenxiaowen',
    path: `/office/site/index?${of('site_ready')}`,
    budget: form,
    calls: 1,
  },
  { name: '报价', who: 'shenxiaowen', path: `/office/quote/index?${of('verified')}`, budget: form, calls: 1 },
  { name: '人员', who: 'fanglixin', path: '/office/staff/index', budget: list, calls: 1 },
  {
    name: '一位同事',
    who: 'fanglixin',
    path: `/office/person/index?pid=${pidOf('zhouhai')}`,
    budget: form,
    calls: 1,
  },
  { name: '周看板', who: 'fanglixin', path: '/office/week/index', budget: board, calls: 1 },
  {
    name: '借用车间人员',
    who: 'handong',
    path: `/office/lend/index?${of('planning')}`,
    budget: ticket,
    calls: 1,
  },
  { name: '审批', who: 'fanglixin', path: '/office/approve/index', budget: list, calls: 1 },
  {
    name: '审批,一件',
    who: 'fanglixin',
    path: `/office/approve/index?k=trip&${of('trip_pending')}`,
    budget: ticket,
    calls: 1,
  },
  {
    name: '客户服务档案',
    who: 'shenxiaowen',
    path: '/office/archive/index?companyId=c1',
    budget: list,
    calls: 1,
  },
  { name: '导入台账', who: 'shenxiaowen', path: '/office/import/index', budget: form, calls: 0, form: true },
]
