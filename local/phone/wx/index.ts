// wx: what is here, by group. What is not here fails with its own name, visibly.
import { trouble } from '../runtime/trouble'
import { cloud } from './cloud'
import { device } from './device'
import { documents } from './documents'
import { fileSystem } from './file-system'
import { media } from './media'
import { navigation } from './navigation'
import { network } from './network'
import { query } from './query'
import { recording } from './recorder'
import { storage } from './storage'
import { subscribe } from './subscribe'
import { ui } from './ui'

const here: Record<string, unknown> = {
  ...device,
  ...documents,
  ...fileSystem,
  ...media,
  ...navigation,
  ...network,
  ...query,
  ...recording,
  ...storage,
  ...subscribe,
  ...ui,
  cloud,
}

export const wx: unknown = new Proxy(here, {
  get(target, name) {
    if (typeof name !== 'string' || name in target) return Reflect.get(target, name)
    trouble(new Error(`wx.${name} 在本地手机中还没有`))
    return undefined
  },
})
