// After a reset nothing of the old data may live on in the browser: storage and files of every phone.

/** Removes what the phones kept, and what of their chats was read. The phones must be gone. */
export async function forgetAll(): Promise<void> {
  for (const key of Object.keys(localStorage))
    if (/^(wx|wx-always|shell):/.test(key)) localStorage.removeItem(key)
  const databases = await indexedDB.databases()
  await Promise.all(databases.map(({ name }) => (name?.startsWith('phone:') ? remove(name) : undefined)))
}

function remove(name: string): Promise<void> {
  return new Promise((done) => {
    const asked = indexedDB.deleteDatabase(name)
    asked.onsuccess = asked.onerror = asked.onblocked = () => done()
  })
}
