// Every collection with its indexes, declared once: the local cloud and the deployment read it. All are closed to
// clients: the functions alone reach them.
export interface Index {
  fields: readonly string[]
  unique?: boolean
}

export const collections = {
  people: [{ fields: ['side', 'active'] }, { fields: ['companyId'] }],
  companies: [{ fields: ['name'] }],
  invitations: [{ fields: ['companyId'] }],
  equipment: [{ fields: ['serial'], unique: true }, { fields: ['companyId'] }],
  tickets: [
    { fields: ['no'], unique: true },
    { fields: ['companyId', 'tab', 'rank'] },
    { fields: ['tab', 'rank'] },
    { fields: ['face', 'rank'] },
    { fields: ['lead', 'rank'] },
    { fields: ['lastLead', 'tab', 'rank'] },
    { fields: ['equipment.id', 'rank'] },
    { fields: ['askCoordinator'] },
    { fields: ['askManager'] },
    { fields: ['askGeneral'] },
    { fields: ['askWorkshop'] },
    { fields: ['askTechnical'] },
    { fields: ['alarmAt'] },
    { fields: ['category', 'rank'] },
    { fields: ['city', 'category', 'rank'] },
    { fields: ['author.pid', 'rank'] },
    { fields: ['untoldSince'] },
    { fields: ['updatedAt'] },
  ],
  messages: [
    { fields: ['pid', 'at'] },
    { fields: ['pid', 'read'] },
    { fields: ['push', 'at'] },
    { fields: ['ticketId'] },
  ],
  credits: [],
  manuals: [{ fields: ['current'] }],
  cases: [
    { fields: ['day', 'rank'] },
    { fields: ['serial', 'fault'] },
    { fields: ['hiddenFrom'] },
    { fields: ['counted', 'l1', 'rank'] },
    { fields: ['counted', 'l2', 'rank'] },
    { fields: ['counted', 'fault', 'rank'] },
    { fields: ['counted', 'model', 'l1', 'rank'] },
  ],
  moments: [
    { fields: ['day', 'rank'] },
    { fields: ['ticketId'] },
    { fields: ['hiddenFrom'] },
    { fields: ['gateRank'] },
  ],
  rollups: [{ fields: ['span', 'dirty'] }, { fields: ['span', 'key'] }],
  marks: [],
  archive: [
    { fields: ['key'] },
    { fields: ['kind', 'key'] },
    { fields: ['companyId', 'key'] },
    { fields: ['companyId', 'kind', 'key'] },
    { fields: ['serial', 'key'] },
    { fields: ['serial', 'kind', 'key'] },
    { fields: ['no', 'key'] },
    { fields: ['ticketId'] },
  ],
  exports: [{ fields: ['gone', 'at'] }],
  audit: [{ fields: ['pid', 'at'] }, { fields: ['about', 'at'] }],
} as const satisfies Record<string, readonly Index[]>
export type CollectionName = keyof typeof collections
