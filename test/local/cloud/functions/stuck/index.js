// A function for the tests that never answers, and says so only when it is asked for its process.
exports.main = async (event) => {
  if (event.spin) for (;;);
  if (event.hang) await new Promise(() => {})
  return { pid: process.pid }
}
