// wx.getRecorderManager on the browser's microphone.
import { keepTemporary } from './local-files'
import { MINUTE } from '../../units'

interface Stopped {
  tempFilePath: string
  duration: number
  fileSize: number
}
const heard: {
  start?: () => void
  stop?: (result: Stopped) => void
  error?: (error: { errMsg: string }) => void
} = {}
let recorder: MediaRecorder | null = null
let begun = 0

async function start({ duration = MINUTE }: { duration?: number } = {}): Promise<void> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    const parts: Blob[] = []
    recorder = new MediaRecorder(stream)
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onstop = () => {
      stream.getTracks().forEach((track) => track.stop())
      const blob = new Blob(parts, { type: 'audio/webm' })
      heard.stop?.({
        tempFilePath: keepTemporary(blob, '.webm'),
        duration: performance.now() - begun,
        fileSize: blob.size,
      })
    }
    begun = performance.now()
    recorder.start()
    heard.start?.()
    setTimeout(stop, duration)
  } catch {
    heard.error?.({ errMsg: 'operateRecorder:fail auth deny' })
  }
}

function stop(): void {
  if (recorder?.state === 'recording') recorder.stop()
}

const manager = {
  start: (options?: { duration?: number }) => void start(options),
  stop,
  onStart: (done: () => void) => (heard.start = done),
  onStop: (done: (result: Stopped) => void) => (heard.stop = done),
  onError: (done: (error: { errMsg: string }) => void) => (heard.error = done),
}

export const recording = { getRecorderManager: () => manager }
