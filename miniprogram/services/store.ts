// Typed storage of this phone. A full or broken storage must not stop anybody: reads answer null, writes say false.

/** What was kept under the name, null when nothing. */
export function read<T>(name: string): T | null {
  try {
    const value: unknown = wx.getStorageSync(name)
    return value === '' || value === undefined || value === null ? null : (value as T)
  } catch {
    return null
  }
}

/** False when it could not be kept. */
export function keep(name: string, value: unknown): boolean {
  try {
    wx.setStorageSync(name, value)
    return true
  } catch {
    return false
  }
}

export function drop(name: string): void {
  try {
    wx.removeStorageSync(name)
  } catch {
    // nothing to remove is as good as removed
  }
}

/** Removes all names that begin so. */
export function dropAll(prefix: string): void {
  for (const name of wx.getStorageInfoSync().keys) if (name.startsWith(prefix)) drop(name)
}
